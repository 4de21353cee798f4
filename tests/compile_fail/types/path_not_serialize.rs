use comm100::{Result, api};

pub struct Id(pub u64);

#[api]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: Id) -> Result<()>;
}

fn main() {}
