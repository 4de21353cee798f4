use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[pots]
    async fn create_ticket(&self) -> Result<()>;
}

fn main() {}
