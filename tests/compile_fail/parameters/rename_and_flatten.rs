use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(
        &self,
        #[query(rename = "filter", flatten)] filter: &std::collections::BTreeMap<String, String>,
    ) -> Result<()>;
}

fn main() {}
