//! A 2xx that its response type refuses is a failed attempt: the retry policy, the quota and the
//! counters see it.

use comm100::{Client, ClientBuilder, ErrorKind, Page, Reply, Result, Sent, Verdict, api};
use comm100_tests::client;
use comm100_tests::fault::{self, FaultServer};
use futures_util::StreamExt as _;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Marked {
    error_code: i64,
    #[serde(default)]
    items: Vec<u64>,
}

impl Reply for Marked {
    type Body = Self;

    fn accept(body: Self, path: &str) -> std::result::Result<Self, (i64, String)> {
        assert!(path.starts_with("/api/v1/livechat/marks"));
        match body.error_code {
            0 => Ok(body),
            code => Err((code, "refused in the body".into())),
        }
    }
}

impl Page for Marked {
    type Item = u64;

    fn has_next(&self, number: u32) -> bool {
        number < 3
    }

    fn into_items(self) -> Vec<u64> {
        self.items
    }
}

#[api(path = "livechat/marks")]
trait Marks {
    #[get("{id}")]
    async fn read_mark(&self, id: u64) -> Result<Marked>;
    #[post]
    async fn mark(&self, #[form] name: &str) -> Result<Marked>;
    #[get]
    async fn list_marks(&self, #[query(page)] page: Option<u32>) -> Result<Marked>;
}

/// The message of a rejected response is redacted like that of any error.
#[tokio::test]
async fn a_refusal_shows_no_key() {
    struct Told;

    impl Reply for Told {
        type Body = serde_json::Value;

        fn accept(body: Self::Body, _: &str) -> std::result::Result<Self, (i64, String)> {
            Err((1, body["message"].to_string()))
        }
    }

    #[api(path = "livechat/marks")]
    trait Telling {
        #[get]
        async fn tell(&self) -> Result<Told>;
    }

    let body = format!(r#"{{"message":"no access with {}"}}"#, client::API_KEY);
    let server = server(&[&body]).await;
    let client = crate::builder(server.origin()).expect("an origin");
    let error = client.build().expect("a client").tell().await;
    let text = client::shown(&error.err().expect("a refusal"));
    assert!(text.contains("no access with [REDACTED]"), "{text}");
    assert_eq!(client::leaks(&text), [""; 0], "{text}");
}

const REFUSED: &str = r#"{"error_code":7}"#;
const ACCEPTED: &str = r#"{"error_code":0,"items":[1]}"#;

async fn server(bodies: &[&str]) -> FaultServer {
    let replies: Vec<_> = bodies
        .iter()
        .map(|body| fault::Reply::status(200, body))
        .collect();
    FaultServer::replies(replies).await.expect("a server")
}

fn build(server: &FaultServer, configure: fn(ClientBuilder) -> ClientBuilder) -> Client {
    configure(crate::builder(server.origin()).expect("an origin"))
        .build()
        .expect("a client")
}

fn repeats_sevens(builder: ClientBuilder) -> ClientBuilder {
    builder.retry(client::policy().when(|attempt| {
        assert_eq!(attempt.error().status(), Some(http::StatusCode::OK));
        match attempt.error().code() {
            Some(7) => Verdict::Retry,
            _ => attempt.verdict(),
        }
    }))
}

#[tokio::test]
async fn it_is_final_by_default() {
    let server = server(&[REFUSED]).await;
    let client = build(&server, |builder| builder);
    let error = client.read_mark(1).await.expect_err("a refusal");
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some(7)));
    assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
    assert!(error.endpoint().is_some());
    let stats = client.stats();
    assert_eq!((stats.succeeded(), stats.failed()), (0, 1));
    assert_eq!(stats.failed_with(ErrorKind::Api), 1);
    assert_eq!(stats.in_flight(), 0);
}

#[tokio::test]
async fn a_rule_repeats_it_for_a_read_and_never_for_a_write() {
    let server = server(&[REFUSED, REFUSED, ACCEPTED, REFUSED]).await;
    let client = build(&server, repeats_sevens);
    let response = client.read_mark(1).send_with_response().await;
    let response = response.expect("the third is accepted");
    assert_eq!(response.attempts(), 3);
    assert_eq!(response.get_ref().items, [1]);
    let error = client.mark("x").await.expect_err("a refusal");
    assert_eq!((error.code(), error.attempts()), (Some(7), 1));
    assert_eq!(server.received().len(), 4);
}

#[tokio::test]
async fn the_quota_s_classifier_sees_it() {
    let server = server(&[REFUSED]).await;
    let client = build(&server, |builder| {
        builder.quota_classifier(|error| error.code() == Some(7))
    });
    let error = client.mark("x").await.expect_err("a refusal");
    assert!(error.is_quota_exhausted());
    let error = client.mark("x").await.expect_err("used up");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_body_of_another_form_is_a_failed_attempt_too() {
    let server = server(&["[]"]).await;
    let client = build(&server, |builder| builder);
    let error = client.read_mark(1).await.expect_err("no object");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
    assert_eq!(client.stats().failed_with(ErrorKind::Decode), 1);
}

#[tokio::test]
async fn pages_are_repeated_too() {
    for ahead in [0, 2] {
        let server = server(&[REFUSED, ACCEPTED, REFUSED, ACCEPTED]).await;
        let client = build(&server, repeats_sevens);
        let mut items = client.list_marks().prefetch(ahead).items();
        let first = items.next().await.expect("an item");
        assert_eq!(first.expect("the second attempt is accepted"), 1);
        drop(items);
        assert!(server.received().len() >= 2);
    }
}
