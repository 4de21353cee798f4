use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets<T: Send>(&self) -> Result<T>;
}

fn main() {}
