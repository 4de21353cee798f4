use std::pin::Pin;

use comm100::{Result, api};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    fn list_tickets(&self) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>>;
}

fn main() {}
