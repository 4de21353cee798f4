//! Constants, roots, timeouts, HEAD and verbs behind a placeholder.

use std::time::Duration;

use comm100::mock::Mock;
use comm100::{Endpoint, ErrorKind, Platform, Result, api};
use comm100_tests::recorder::{Recorded, Recorder, response};

use crate::{builder, client};

#[api(
    path = "tickets",
    headers("Accept-Language" = "en", "X-Trait" = "trait"),
    timeout = 40
)]
trait Tickets {
    #[get("{id}", headers("x-trait" = "method", "Content-Type" = "text/plain"), timeout = 1)]
    async fn get_ticket(
        &self,
        id: &str,
        #[header("Accept-Language")] language: Option<&str>,
    ) -> Result<()>;

    #[head("{id}")]
    async fn has_ticket(&self, id: &str, #[query] agent: Option<u64>) -> Result<()>;

    #[post("{id}:merge")]
    async fn merge_ticket(&self, id: &str, #[field] into: u64) -> Result<()>;

    #[get("chats:search/{id}/x")]
    async fn search(&self, id: u64) -> Result<()>;
}

#[api(path = "health", root)]
trait Health {
    #[get("{part}")]
    async fn health(&self, part: &str) -> Result<()>;
}

#[derive(Endpoint)]
#[endpoint(head = "{id}:read", root, headers("X-Struct" = "1"), timeout = 5)]
struct Read {
    id: u64,
}

fn last(recorder: &Recorder) -> Recorded {
    recorder.take()
}

#[tokio::test]
async fn the_method_replaces_the_traits_headers_and_calls_replace_both() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    client.get_ticket("1").await.expect("a response");
    let request = last(&recorder);
    assert_eq!(request.header("accept-language"), ["en"]);
    assert_eq!(request.header("x-trait"), ["method"]);
    assert_eq!(request.header("content-type"), ["text/plain"]);

    client
        .get_ticket("1")
        .language("de")
        .await
        .expect("a response");
    assert_eq!(last(&recorder).header("accept-language"), ["de"]);

    let call = client.get_ticket("1").language("de");
    call.header("accept-language", "fr")
        .await
        .expect("a response");
    assert_eq!(last(&recorder).header("accept-language"), ["fr"]);

    client.search(3).await.expect("a response");
    let request = last(&recorder);
    assert_eq!(request.header("x-trait"), ["trait"]);
    assert_eq!(request.target(), "/api/v1/tickets/chats:search/3/x");
}

#[tokio::test]
async fn head_has_no_body_in_either_direction() {
    let recorder = Recorder::start(|request| {
        let status = if request.target().contains("/2") {
            404
        } else {
            200
        };
        let mut bytes = response(status, "application/json", b"");
        // The length is that of the body of a GET.
        let text = String::from_utf8(std::mem::take(&mut bytes)).expect("a head");
        text.replace("content-length: 0", "content-length: 100000000")
            .replace("Content-Length: 0", "Content-Length: 100000000")
            .into_bytes()
    })
    .await;
    let client = client(&recorder);
    let call = client.has_ticket("1").agent(7);
    let answer = call.send_with_response().await.expect("a response");
    assert_eq!(answer.status(), 200);
    let request = last(&recorder);
    assert_eq!(request.line, "HEAD /api/v1/tickets/1?agent=7 HTTP/1.1");
    assert!(request.header("content-length").is_empty());

    let error = client.has_ticket("2").await.expect_err("404");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let _ = recorder.requests();
    let _ = last(&recorder);

    client.call(Read { id: 4 }).await.expect("a response");
    let request = last(&recorder);
    assert_eq!(request.line, "HEAD /4:read HTTP/1.1");
    assert_eq!(request.header("x-struct"), ["1"]);
}

#[tokio::test]
async fn an_id_never_becomes_a_verb() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    client.merge_ticket("1:close", 2).await.expect("a response");
    let request = last(&recorder);
    assert_eq!(request.target(), "/api/v1/tickets/1%3Aclose:merge");
    assert_eq!(request.text(), r#"{"into":2}"#);
    client.health("a:b").await.expect("a response");
    assert_eq!(last(&recorder).target(), "/health/a%3Ab");
}

#[tokio::test]
async fn a_declared_timeout_replaces_the_clients() {
    assert_eq!(
        GetTicketBuilder::ENDPOINT.timeout(),
        Some(Duration::from_secs(1))
    );
    assert_eq!(
        HasTicketBuilder::ENDPOINT.timeout(),
        Some(Duration::from_secs(40))
    );
    assert_eq!(HealthBuilder::ENDPOINT.timeout(), None);
    assert!(HealthBuilder::ENDPOINT.is_root());
    assert!(HasTicketBuilder::ENDPOINT.is_idempotent());
    // The system accepts connections, and no server responds.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let origin = format!("http://{}", silent.local_addr().expect("an address"));
    let platform = Platform::custom(&origin).expect("an origin");
    let recorder = Recorder::json("{}").await;
    let client = builder(&recorder).platform(platform).build();
    let client = client.expect("a client");
    let error = client.get_ticket("1").await.expect_err("a timeout");
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn the_mock_knows_verbs() {
    let mock = Mock::new();
    mock.on(MergeTicketBuilder::ENDPOINT)
        .with_path("id", "a:b")
        .reply_empty();
    mock.on(SearchBuilder::ENDPOINT).reply_empty();
    let client = mock.client();
    client.merge_ticket("a:b", 1).await.expect("a route");
    client.search(3).await.expect("a route");
}
