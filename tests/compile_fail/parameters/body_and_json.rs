use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[body] raw: &[u8], #[json] ticket: &str) -> Result<()>;
}

fn main() {}
