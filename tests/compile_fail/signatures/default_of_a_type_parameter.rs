use comm100::{Result, api};
use serde::de::DeserializeOwned;

#[api]
pub trait Tickets {
    #[get]
    async fn get_any<T: DeserializeOwned = String>(&self) -> Result<T>;
}

fn main() {}
