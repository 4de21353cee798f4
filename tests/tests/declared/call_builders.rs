//! A call builder that traits of several modules share.

use comm100::{Client, Endpoint, Result, api};

use crate::{client, sent};

/// The builder of a call.
#[comm100::call_builder]
pub struct Request;

mod agents {
    use comm100::{Result, api};

    #[api(path = "agents", call_builder = super::Request)]
    pub trait Agents {
        #[get]
        async fn list(&self, #[query] keyword: Option<&str>) -> Result<()>;
    }
}

#[api(path = "tickets", call_builder = crate::call_builders::Request)]
pub trait Tickets {
    #[get]
    async fn list(&self, #[query] keyword: Option<u8>, #[query] agent: Option<u64>) -> Result<()>;

    #[get("{key}", builder = GetBuilder)]
    async fn get_ticket<K: serde::Serialize + Sync>(&self, key: K) -> Result<()>;

    // The name that a call builder of its own would have.
    #[get("call")]
    async fn tickets_call(&self) -> Result<()>;
}

/// Takes the builders of all traits.
fn named<V: Endpoint>(request: &Request<'_, V>, shown: &str) -> String {
    assert_eq!(format!("{request:?}"), shown);
    sent(request.request())
}

#[test]
fn traits_of_several_modules_share_a_call_builder() {
    let client: Client = client();
    let agents: agents::ListBuilder<'_> = agents::Agents::list(&client).keyword("a b");
    let tickets: ListBuilder<'_> = Tickets::list(&client).maybe_keyword(Some(7)).agent(8);
    assert_eq!(
        named(&agents, "list(GET agents)"),
        "GET agents?keyword=a%20b"
    );
    assert_eq!(
        named(&tickets, "list(GET tickets)"),
        "GET tickets?keyword=7&agent=8"
    );
    let one: GetBuilder<'_, u64> = client.get_ticket(9);
    assert_eq!(
        named(&one, "get_ticket(GET tickets/{key})"),
        "GET tickets/9"
    );
    assert_eq!(
        named(&client.tickets_call(), "tickets_call(GET tickets/call)"),
        "GET tickets/call"
    );
    assert_eq!(<Client as Tickets>::endpoints().len(), 3);
}
