use comm100::{Result, api};

#[api(path = "livechat/departments/{id}")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
