use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[header("X-Name", rename = "x")] name: &str) -> Result<()>;
}

fn main() {}
