use comm100::{Result, api};

pub struct Key(pub u8);

fn to_key(number: &u8) -> Key {
    Key(*number)
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(with = to_key)] agent: u8) -> Result<()>;
}

fn main() {}
