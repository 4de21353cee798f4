use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_subjects(&self) -> Result<Vec>;
}

fn main() {}
