use comm100::{Result, api};

#[derive(serde::Serialize)]
pub struct Filter<'a> {
    pub keyword: &'a str,
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(flatten)] filter: Filter) -> Result<()>;
}

fn main() {}
