use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get(permission = Manage)]
    async fn list_tickets(&self, #[query] page: u32) -> Result<()>;
}

fn main() {}
