use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64, #[field] subject: &str) -> Result<()>;
}

fn main() {}
