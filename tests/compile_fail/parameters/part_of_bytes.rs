use comm100::{Bytes, Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn attach(&self, #[part] file: Vec<u8>, #[part] more: Option<&[u8]>) -> Result<()>;

    #[put]
    async fn replace(&self, #[part] file: &Bytes, #[part] more: Option<Vec<u8>>) -> Result<()>;
}

fn main() {}
