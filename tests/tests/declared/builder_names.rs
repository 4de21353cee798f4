//! The name of a builder is a type like any other: of a field, and of implementations.

use comm100::{Client, Endpoint, EndpointInfo, Result, api};

use crate::{client, sent};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64, #[query] fields: Option<&str>) -> Result<()>;

    #[get]
    async fn list_tickets<K: serde::Serialize + Sync>(&self, #[query] keyword: K) -> Result<()>;
}

struct Prepared<'a> {
    ticket: GetTicketBuilder<'a>,
    list: ListTicketsBuilder<'a, &'a str>,
}

trait Described {
    fn described(&self) -> String;
}

impl Described for GetTicketBuilder<'_> {
    fn described(&self) -> String {
        format!("one: {self:?}")
    }
}

impl<K: serde::Serialize + Sync> Described for ListTicketsBuilder<'_, K> {
    fn described(&self) -> String {
        format!("many: {}", Self::ENDPOINT.name())
    }
}

impl GetTicketBuilder<'_> {
    fn briefly(self) -> Self {
        self.fields("id")
    }
}

fn endpoint<E: Endpoint>(_: &E) -> EndpointInfo {
    E::ENDPOINT
}

#[test]
fn builders_are_fields_and_have_implementations() {
    let client: Client = client();
    let prepared = Prepared {
        ticket: client.get_ticket(7).briefly(),
        list: client.list_tickets("refund"),
    };
    assert_eq!(endpoint(&prepared.ticket), GetTicketBuilder::ENDPOINT);
    assert_eq!(
        prepared.ticket.described(),
        "one: get_ticket(GET livechat/tickets/{id})"
    );
    assert_eq!(prepared.list.described(), "many: list_tickets");
    assert_eq!(
        sent(prepared.ticket.request()),
        "GET livechat/tickets/7?fields=id"
    );
    assert_eq!(
        sent(prepared.list.request()),
        "GET livechat/tickets?keyword=refund"
    );
}
