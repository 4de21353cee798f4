use comm100::{Result, api};

pub struct NewTicket {
    pub subject: String,
}

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[json] ticket: &NewTicket) -> Result<()>;
}

fn main() {}
