use comm100::{Result, api};

#[api(path = "health", root = true)]
pub trait Health {
    #[get]
    async fn health(&self) -> Result<()>;
}

fn main() {}
