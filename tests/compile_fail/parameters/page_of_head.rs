use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[head]
    async fn count_tickets(&self, #[query(page)] page: Option<u32>) -> Result<()>;
}

fn main() {}
