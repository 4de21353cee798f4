use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn motto(&self) -> Result<&str>;
}

fn main() {}
