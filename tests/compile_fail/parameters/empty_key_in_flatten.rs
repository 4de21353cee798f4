use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(flatten = ["timeFrom", "?"])] span: (u8, u8)) -> Result<()>;
}

fn main() {}
