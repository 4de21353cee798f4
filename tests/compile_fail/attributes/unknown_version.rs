use comm100::{Result, api};

#[api(version = 3)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
