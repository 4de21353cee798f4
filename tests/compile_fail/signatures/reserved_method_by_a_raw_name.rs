use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn r#endpoints(&self) -> Result<()>;
}

fn main() {}
