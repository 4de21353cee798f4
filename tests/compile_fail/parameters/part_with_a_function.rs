use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part(with = ToString::to_string)] size: u64) -> Result<()>;
}

fn main() {}
