use comm100::api;

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> comm100::Result<impl Sized>;
}

fn main() {}
