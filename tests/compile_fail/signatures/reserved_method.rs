use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn call(&self) -> Result<()>;
}

fn main() {}
