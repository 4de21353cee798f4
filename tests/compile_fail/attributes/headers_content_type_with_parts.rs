use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post(headers("Content-Type" = "text/plain"))]
    async fn create_ticket(&self, #[part] subject: &str) -> Result<()>;
}

fn main() {}
