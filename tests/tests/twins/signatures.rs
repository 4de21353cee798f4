//! Twins of `compile_fail/signatures`.

use comm100::{Result, api};
use serde::de::DeserializeOwned;

use crate::{client, sent};

/// A supertrait in place of an associated type or constant.
trait Limited {
    const LIMIT: u32 = 3;
}

impl<T> Limited for T {}

#[api(path = "livechat/tickets")]
trait Tickets {
    // not_async, no_self, mut_self, no_result, response_borrows
    #[get]
    async fn list(&self) -> Result<Vec<String>>;

    // no_return_type
    #[delete("{id}")]
    async fn remove(&self, id: u64) -> Result<()>;

    // generic_trait, where_clause_on_the_trait
    #[get("{id}/any")]
    async fn any<T>(&self, id: u64) -> Result<T>
    where
        T: DeserializeOwned,
        Self: Sized;

    // reserved_method, reserved_method_endpoints, reserved_method_to_owned
    #[post("call")]
    async fn call_back(&self) -> Result<()>;

    // builders_of_one_name
    #[get("open", builder = ListOpen)]
    async fn list_(&self) -> Result<()>;
}

// default_body
async fn first(tickets: &impl Tickets) -> Result<Option<String>> {
    Ok(tickets.list().await?.into_iter().next())
}

#[test]
fn the_right_signatures_send() {
    let client = client();
    assert_eq!(sent(client.list().request()), "GET v1/livechat/tickets");
    assert_eq!(
        sent(client.remove(1).request()),
        "DELETE v1/livechat/tickets/1"
    );
    assert_eq!(
        sent(client.any::<u8>(1).request()),
        "GET v1/livechat/tickets/1/any"
    );
    assert_eq!(
        sent(client.call_back().request()),
        "POST v1/livechat/tickets/call"
    );
    let open: ListOpen<'_> = client.list_();
    assert_eq!(sent(open.request()), "GET v1/livechat/tickets/open");
    drop(first(&client));
    assert_eq!(<comm100::Client as Limited>::LIMIT, 3);
}
