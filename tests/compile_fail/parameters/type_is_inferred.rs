use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] tag: _) -> Result<()>;

    #[get("open")]
    async fn list_open(&self, #[query] tags: Option<Vec<_>>) -> Result<()>;
}

fn main() {}
