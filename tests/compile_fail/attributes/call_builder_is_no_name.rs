use comm100::{Result, api};

#[comm100::call_builder]
pub struct CallBuilder;

#[api(path = "livechat/tickets", call_builder = "CallBuilder")]
pub trait Tickets {
    #[get(call_builder = CallBuilder)]
    async fn list_tickets(&self) -> Result<()>;
}

#[api(path = "livechat/agents", call_builder = CallBuilder<u8>)]
pub trait Agents {
    #[get]
    async fn list_agents(&self) -> Result<()>;
}

#[api(path = "livechat/groups", call_builder = crate)]
pub trait Groups {
    #[get]
    async fn list_groups(&self) -> Result<()>;
}

#[api(path = "livechat/groups", call_builder)]
pub trait Contacts {
    #[get]
    async fn list_contacts(&self) -> Result<()>;
}

fn main() {}
