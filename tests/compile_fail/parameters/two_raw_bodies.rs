use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[body] raw: &[u8], #[body] more: &[u8]) -> Result<()>;
}

fn main() {}
