//! Base URLs with other paths than those of the versions, and endpoints that are not below one.

use comm100::mock::{Mock, MockRequest};
use comm100::{Client, Credentials, Platform, Result, api};
use http::Method;

use super::{GetTicketBuilder, NewTicketBuilder, NewTickets as _, Tickets as _, ticket, verdict};

#[api(path = "api/v2/things", root)]
trait Things {
    #[get("{id}")]
    async fn get_thing(&self, id: u64) -> Result<u64>;
}

#[api(path = "contacts", version = 3)]
trait ContactsOfVersion3 {
    #[get("{id}", builder = Contact3Builder)]
    async fn get_contact_3(&self, id: u64) -> Result<u64>;
}

#[api(path = "contacts", version = 4)]
trait ContactsOfVersion4 {
    #[get("{id}", builder = Contact4Builder)]
    async fn get_contact_4(&self, id: u64) -> Result<u64>;
}

#[tokio::test]
async fn the_client_of_the_mock_sends_endpoints_of_every_version() {
    let mock = Mock::new();
    mock.on(Contact3Builder::ENDPOINT).reply(&3);
    mock.on(Contact4Builder::ENDPOINT).reply(&4);
    mock.on(NewTicketBuilder::ENDPOINT).reply(&ticket(2));
    mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(1));
    let client = mock.client();
    assert_eq!(client.get_contact_3(7).await.expect("a route"), 3);
    assert_eq!(client.get_contact_4(7).await.expect("a route"), 4);
    client.get_new_ticket(7).await.expect("a route");
    client.get_ticket("7").await.expect("a route");
    let versions: Vec<_> = mock.requests().iter().map(MockRequest::version).collect();
    assert_eq!(versions, [Some(3), Some(4), Some(2), Some(1)]);
}

fn client(mock: &Mock, base: &str) -> Client {
    Client::builder()
        .platform(Platform::base(base).expect("a base URL"))
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .transport(mock.transport())
        .build()
        .expect("a client")
}

#[tokio::test]
async fn a_route_is_below_any_base_url() {
    for base in [
        "https://gateway.example.com/",
        "https://gateway.example.com/comm100/",
        "https://gateway.example.com/api/v4/",
    ] {
        let mock = Mock::new();
        let route = mock
            .on(GetTicketBuilder::ENDPOINT)
            .with_path("id", "a/b")
            .reply(&ticket(1));
        // A base URL has no version, whatever the declaration says.
        mock.on(NewTicketBuilder::ENDPOINT)
            .with_path("id", 7)
            .reply(&ticket(7));
        let client = client(&mock, base);
        assert_eq!(client.get_ticket("a/b").await.expect(base), ticket(1));
        assert_eq!(client.get_new_ticket(7).await.expect(base), ticket(7));
        let request = &route.requests()[0];
        assert_eq!(request.path(), "livechat/tickets/a%2Fb", "{base}");
        assert_eq!(request.version(), None, "{base}");
    }
}

#[tokio::test]
async fn the_path_of_an_endpoint_from_the_root_may_begin_like_that_of_a_version() {
    let mock = Mock::new();
    mock.on(GetThingBuilder::ENDPOINT)
        .with_path("id", 7)
        .reply(&7);
    mock.on_path(Method::GET, "api/v2/things/{id}")
        .with_path("id", 8)
        .reply(&8);
    for id in [7, 8] {
        assert_eq!(mock.client().get_thing(id).await.expect("a route"), id);
        let client = client(&mock, "https://gateway.example.com/comm100/");
        assert_eq!(client.get_thing(id).await.expect("a route"), id);
    }
    assert_eq!(verdict(mock), None);
}
