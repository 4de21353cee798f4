use comm100::{Result, api};

pub struct Image;

#[api]
pub trait Images {
    #[post]
    async fn create_image(&self, #[part] image: Option<&Image>) -> Result<()>;
}

fn main() {}
