use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(
        &self,
        #[query(flatten = "keyword")] filter: &std::collections::BTreeMap<String, String>,
    ) -> Result<()>;
}

fn main() {}
