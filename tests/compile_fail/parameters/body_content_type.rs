use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[body("csv")] raw: &[u8]) -> Result<()>;
}

fn main() {}
