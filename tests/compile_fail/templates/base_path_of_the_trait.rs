use comm100::{Result, api};

#[api(path = "api/v1/livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;

    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
