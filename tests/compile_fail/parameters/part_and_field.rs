use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part] file: &str, #[field] subject: &str) -> Result<()>;
}

fn main() {}
