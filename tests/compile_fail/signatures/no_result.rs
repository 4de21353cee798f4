use comm100::api;

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Vec<u64>;
}

fn main() {}
