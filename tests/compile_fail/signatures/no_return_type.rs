use comm100::api;

#[api]
pub trait Tickets {
    #[delete("{id}")]
    async fn remove_ticket(&self, id: u64);
}

fn main() {}
