use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get(builder = "OneTicket")]
    async fn get_ticket(&self) -> Result<()>;
}

fn main() {}
