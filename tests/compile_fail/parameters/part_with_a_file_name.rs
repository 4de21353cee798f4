use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part(file_name = "a.png")] image: comm100::Part) -> Result<()>;
}

fn main() {}
