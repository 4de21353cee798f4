use comm100::{Result, api};

pub struct Filter {
    pub agent: u64,
}

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[field] filter: &[Filter]) -> Result<()>;
}

fn main() {}
