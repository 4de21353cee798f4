use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[form(page)] page: u32) -> Result<()>;
}

fn main() {}
