use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(
        &self,
        #[query(flatten = ["agent", "keyword?"])] filter: &std::collections::BTreeMap<String, String>,
        #[query] keyword: &str,
    ) -> Result<()>;
}

fn main() {}
