use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets<T> {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
