use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part] file: &str, #[header("Content-Type")] kind: &str) -> Result<()>;
}

fn main() {}
