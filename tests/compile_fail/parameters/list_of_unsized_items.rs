use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] tags: &[str]) -> Result<()>;

    #[get("archived")]
    async fn list_archived(&self, #[query] tags: Option<Vec<str>>) -> Result<()>;
}

fn main() {}
