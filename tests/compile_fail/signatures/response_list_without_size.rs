use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<Vec<str>>;

    #[get("first")]
    async fn get_first(&self) -> Result<Option<str>>;
}

fn main() {}
