use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn endpoints(&self) -> Result<()>;
}

fn main() {}
