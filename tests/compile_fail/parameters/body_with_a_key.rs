use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[body(content_type = "text/csv")] raw: &[u8]) -> Result<()>;
}

fn main() {}
