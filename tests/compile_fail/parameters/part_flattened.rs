use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part(flatten)] file: &str) -> Result<()>;
}

fn main() {}
