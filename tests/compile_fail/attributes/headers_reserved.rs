use comm100::{Result, api};

#[api(path = "livechat/tickets", headers("Authorization" = "Basic x"))]
pub trait Tickets {
    #[get(headers("X Y" = "a", "X-A" = "1", "x-a" = "2", "X-B" = "é"))]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
