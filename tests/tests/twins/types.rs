//! Twins of `compile_fail/types`.

use comm100::{Result, api};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{client, sent};

#[derive(Debug, Deserialize)]
struct Ticket {
    _id: u64,
}

#[derive(Serialize)]
struct Id(u64);

#[derive(Serialize)]
struct Filter<'a> {
    keyword: &'a str,
}

type TicketResult = std::result::Result<Ticket, comm100::Error>;

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "`with` passes a reference"
)]
fn as_text(number: &u64) -> String {
    format!("#{number}")
}

#[api(path = "livechat/tickets")]
trait Tickets {
    // response_not_deserialize, private_response, path_not_serialize
    #[get("{id}")]
    async fn get(&self, id: Id) -> Result<Ticket>;

    // another_error, another_error_in_the_alias, another_result
    #[get]
    async fn newest(&self) -> TicketResult;

    // generic_response_not_deserialize
    #[get]
    async fn any<T: DeserializeOwned + Send>(&self) -> Result<T>;

    // hidden_lifetime, flatten_not_serialize
    #[get]
    async fn list(&self, #[query(flatten)] filter: Filter<'_>) -> Result<Vec<Ticket>>;

    // with_of_another_type, with_gives_no_value
    #[get]
    async fn numbered(&self, #[query(with = as_text)] number: u64) -> Result<()>;

    // option_to_a_setter, unknown_setter
    #[get]
    async fn optional(&self, #[query] keyword: Option<&str>) -> Result<()>;
}

#[test]
fn the_right_types_send() {
    let client = client();
    let base = "GET v1/livechat/tickets";
    assert_eq!(sent(client.get(Id(1)).request()), format!("{base}/1"));
    assert_eq!(sent(client.newest().request()), base);
    assert_eq!(sent(client.any::<Ticket>().request()), base);
    let filter = Filter { keyword: "x" };
    assert_eq!(
        sent(client.list(filter).request()),
        format!("{base}?keyword=x")
    );
    assert_eq!(
        sent(client.numbered(7).request()),
        format!("{base}?number=%237")
    );
    for (keyword, query) in [(Some("x"), "?keyword=x"), (None, "")] {
        let call = client.optional().maybe_keyword(keyword);
        assert_eq!(sent(call.request()), format!("{base}{query}"));
    }
}
