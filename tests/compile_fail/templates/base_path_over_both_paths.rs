use comm100::{Result, api};

#[api(path = "api")]
pub trait Tickets {
    #[get("v1/livechat/tickets/{id}")]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
