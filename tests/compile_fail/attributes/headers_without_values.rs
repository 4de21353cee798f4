use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get(headers("Accept-Language"))]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
