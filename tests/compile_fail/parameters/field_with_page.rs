use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn search(&self, #[field(page)] page: u32) -> Result<()>;
}

fn main() {}
