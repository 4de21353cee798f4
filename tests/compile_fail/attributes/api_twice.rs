use comm100::{Result, api};

#[api(path = "livechat/tickets")]
#[api(version = 2)]
trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
