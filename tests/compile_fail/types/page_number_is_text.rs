use comm100::{Result, api};

#[derive(serde::Deserialize)]
pub struct TicketPage {
    pages: u32,
}

impl comm100::Page for TicketPage {
    type Item = u64;

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn into_items(self) -> Vec<u64> {
        Vec::new()
    }
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(page)] page: Option<&str>) -> Result<TicketPage>;
}

fn main() {}
