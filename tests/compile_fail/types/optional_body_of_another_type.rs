use comm100::{Result, api};

#[api]
pub trait Images {
    #[put("{id}")]
    async fn replace_image(&self, id: u64, #[body] image: Option<u64>) -> Result<()>;
}

fn main() {}
