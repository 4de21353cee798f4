use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn get_subject(&self) -> Result<&'a str>;
}

fn main() {}
