use comm100::api;

#[api]
pub trait Tickets {
    #[get]
    fn list_tickets(&self) -> impl Future<Output = ()>;
}

fn main() {}
