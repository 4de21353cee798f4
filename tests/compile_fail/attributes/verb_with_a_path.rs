use comm100::{Result, api};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[comm100::get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
