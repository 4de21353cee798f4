use comm100::{Result, api};

#[api(rename_all = "camel_case")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
