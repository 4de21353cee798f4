use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[patch("{id}")]
    async fn update_ticket(&self, id: u64, #[field(join = ",")] tags: &[&str]) -> Result<()>;
}

fn main() {}
