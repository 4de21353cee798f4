//! Lint levels and `#[deprecated]` of the user's items apply to what is generated for them.

#![warn(unfulfilled_lint_expectations)]

use comm100::{Client, Endpoint, Result, api};
use serde::Deserialize;

use crate::{client, sent};

/// The old ticket.
#[deprecated = "use another"]
#[derive(Debug, Deserialize)]
struct OldTicket;

/// The old filter.
#[deprecated = "use another"]
#[derive(Debug)]
struct OldFilter;

#[allow(deprecated)]
impl serde::Serialize for OldFilter {
    fn serialize<S: serde::Serializer>(
        &self,
        serializer: S,
    ) -> core::result::Result<S::Ok, S::Error> {
        serializer.serialize_str("old")
    }
}

/// Its supertraits are added too.
#[api(path = "livechat/tickets")]
trait Shared: Send + Sync + 'static {
    /// Returns nothing.
    #[head]
    async fn check(&self) -> Result<()>;
}

/// Levels of methods and parameters.
#[api(path = "livechat/tickets")]
trait Methods {
    /// Returns and takes what is deprecated.
    #[get("{id}")]
    #[allow(deprecated)]
    async fn old(
        &self,
        id: u64,
        #[query] filter: OldFilter,
        #[query] other: Option<OldFilter>,
    ) -> Result<OldTicket>;

    /// Expects it.
    #[post("{id}")]
    #[expect(deprecated, reason = "a test")]
    async fn expected(&self, id: u64) -> Result<OldTicket>;

    /// Allows it for one parameter.
    #[put("{id}")]
    async fn one(
        &self,
        id: u64,
        #[allow(deprecated)]
        #[query]
        filter: Option<OldFilter>,
        #[expect(deprecated, reason = "a test")]
        #[query]
        other: Option<&OldFilter>,
    ) -> Result<()>;

    /// Is deprecated itself.
    #[deprecated = "use another"]
    #[delete("{id}")]
    async fn gone(&self, id: u64, #[query] filter: Option<OldFilter>) -> Result<()>;

    /// Has another case.
    #[get]
    #[allow(non_snake_case)]
    async fn cased(&self, #[query] agentId: Option<u64>, #[query] siteId: u64) -> Result<()>;

    /// Has a parameter of another case.
    #[get]
    async fn cased_once(
        &self,
        #[expect(non_snake_case, reason = "as the API names it")]
        #[query]
        agentId: Option<u64>,
    ) -> Result<()>;

    /// Has many parameters.
    #[get]
    #[expect(clippy::too_many_arguments, reason = "the API has them")]
    async fn many(
        &self,
        #[query] a: u8,
        #[query] b: u8,
        #[query] c: u8,
        #[query] d: u8,
        #[query] e: u8,
        #[query] f: u8,
        #[query] g: u8,
        #[query] h: u8,
    ) -> Result<()>;
}

/// Levels of a trait.
#[expect(deprecated, non_snake_case, reason = "a test")]
#[api(path = "livechat/tickets")]
trait Whole {
    /// Returns and takes what is deprecated.
    #[get("{id}")]
    async fn whole(&self, id: u64, #[query] oldFilter: Option<OldFilter>) -> Result<OldTicket>;
}

/// A deprecated trait.
#[deprecated = "use another"]
#[api(path = "livechat/tickets")]
trait Gone {
    /// Gets a ticket.
    #[get("{id}")]
    async fn any(&self, id: u64, #[query] word: Option<&str>) -> Result<()>;
}

/// A deprecated request.
#[deprecated = "use another"]
#[derive(Debug, Endpoint)]
#[endpoint(get = "livechat/tickets/{id}")]
struct GetOld {
    id: u64,
}

/// A request with a deprecated field.
#[derive(Debug, Endpoint)]
#[endpoint(get = "livechat/tickets")]
struct List {
    #[deprecated = "use another"]
    #[query]
    word: Option<&'static str>,
}

/// A request that returns what is deprecated.
#[expect(non_snake_case, reason = "as the API names it")]
#[allow(deprecated)]
#[derive(Debug, Endpoint)]
#[endpoint(get = "livechat/tickets/{ticketId}", returns = OldTicket)]
struct GetTicket {
    ticketId: u64,
}

#[test]
#[allow(deprecated, reason = "deprecated items are what is tested")]
fn levels_apply_to_generated_items() {
    let client = client();
    let old = client.old(1, OldFilter).other(OldFilter);
    assert_eq!(
        sent(old.request()),
        "GET livechat/tickets/1?filter=old&other=old"
    );
    let one = client.one(1).maybe_filter(None).other(&OldFilter);
    assert_eq!(sent(one.request()), "PUT livechat/tickets/1?other=old");
    let gone = client.gone(1).filter(OldFilter);
    assert_eq!(sent(gone.request()), "DELETE livechat/tickets/1?filter=old");
    let cased = client.cased(2).maybe_agentId(Some(1));
    assert_eq!(
        sent(cased.request()),
        "GET livechat/tickets?agentId=1&siteId=2"
    );
    let whole = client.whole(1).oldFilter(OldFilter);
    assert_eq!(
        sent(whole.request()),
        "GET livechat/tickets/1?oldFilter=old"
    );
    for request in [
        client.expected(1).request(),
        client.cased_once().agentId(1).request(),
        client.many(1, 2, 3, 4, 5, 6, 7, 8).request(),
        client.any(1).word("x").request(),
        client.call(GetOld { id: 1 }).request(),
        client.call(List { word: Some("x") }).request(),
        client.call(GetTicket { ticketId: 1 }).request(),
        client.check().request(),
    ] {
        assert!(request.is_ok());
    }
    assert_eq!(<Client as Methods>::endpoints().len(), 7);
    assert_eq!(<Client as Whole>::endpoints().len(), 1);
}
