use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("calls")]
    async fn tickets_call(&self) -> Result<()>;

    #[get("other", builder = TicketsCallBuilder)]
    async fn other(&self) -> Result<()>;
}

fn main() {}
