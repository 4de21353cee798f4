use comm100::{Result, api};

#[api(path = "health", root, version = 2)]
pub trait Tickets {
    #[get]
    async fn health(&self) -> Result<()>;
}

fn main() {}
