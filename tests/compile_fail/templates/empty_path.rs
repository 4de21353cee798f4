use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("")]
    async fn get_ticket(&self) -> Result<()>;
}

fn main() {}
