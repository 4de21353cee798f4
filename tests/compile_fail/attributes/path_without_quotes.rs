use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get({id})]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
