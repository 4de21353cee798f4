use comm100::api;

#[api]
pub trait Tickets {
    #[get("{id}")]
    async fn get_subject(&self, id: u64) -> Result<String>;
}

fn main() {}
