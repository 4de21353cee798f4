use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("{name}")]
    async fn get_ticket(&self, name: Option<str>) -> Result<()>;
}

fn main() {}
