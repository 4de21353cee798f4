use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[patch("{id}")]
    async fn update_ticket(&self, id: u64, #[field] subject: &str, #[field(rename = "subject")] title: &str) -> Result<()>;
}

fn main() {}
