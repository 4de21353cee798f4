use comm100::{Result, api};

#[api(path = "livechat/{self}")]
pub trait Tickets {
    #[get("tickets")]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
