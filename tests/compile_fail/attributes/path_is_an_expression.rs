use comm100::{Result, api};

#[api(path = "livechat/" + "tickets/{id}")]
pub trait Tickets {
    #[get]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
