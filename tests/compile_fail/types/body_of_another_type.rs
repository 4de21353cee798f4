use comm100::{Result, api};

pub struct Image;

#[api]
pub trait Images {
    #[put("{id}")]
    async fn replace_image(&self, id: u64, #[body] image: &Image) -> Result<()>;
}

fn main() {}
