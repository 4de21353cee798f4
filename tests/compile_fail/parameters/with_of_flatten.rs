use comm100::{Result, api};

fn to_text(number: &u8) -> String {
    number.to_string()
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(flatten, with = to_text)] filter: u8) -> Result<()>;
}

fn main() {}
