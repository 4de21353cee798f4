use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post]
    async fn to_owned(&self) -> Result<()>;
}

fn main() {}
