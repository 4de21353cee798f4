use comm100::{Result, api};

#[api(crate = "my::comm100")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
