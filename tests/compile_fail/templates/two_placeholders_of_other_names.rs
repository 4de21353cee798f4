use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("{ticket}/{note}")]
    async fn get_note(&self, id: u64, number: u64) -> Result<()>;
}

fn main() {}
