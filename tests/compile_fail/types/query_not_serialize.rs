use comm100::{Result, api};

pub struct Filter {
    pub agent: u64,
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] filter: Filter) -> Result<()>;
}

fn main() {}
