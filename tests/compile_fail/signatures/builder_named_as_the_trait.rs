use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get(builder = Tickets)]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
