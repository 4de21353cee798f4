use comm100::{Result, api};

#[api(rename-all = "camelCase")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
