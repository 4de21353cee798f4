use comm100::{Result, api};

fn to_text(number: &u8) -> String {
    number.to_string()
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(with = to_text)] agent: u64) -> Result<()>;
}

fn main() {}
