use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(
        &self,
        #[query] agent: Option<u64>,
        #[query] maybe_agent: Option<u64>,
    ) -> Result<()>;
}

fn main() {}
