use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[delete("{id}")]
    async fn remove_ticket(&self, id: u64);
}

fn main() {}
