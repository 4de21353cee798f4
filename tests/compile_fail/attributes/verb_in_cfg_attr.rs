use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[cfg_attr(unix, get("{id}"))]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
