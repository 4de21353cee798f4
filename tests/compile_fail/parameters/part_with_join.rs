use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part(join = ",")] tags: &[&str]) -> Result<()>;
}

fn main() {}
