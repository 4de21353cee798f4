use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("https://hosted.comm100.com/api/v1/tickets/{id}")]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
