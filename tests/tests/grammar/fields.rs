//! JSON bodies whose members are parameters.

use std::collections::BTreeMap;

use comm100::{Call, Client, Credentials, ErrorKind, Platform, api};
use comm100_tests::recorder::{Recorded, Recorder};
use serde::Serialize;
use serde::ser::Error as _;

use crate::client;

type NullableId = Option<u64>;

#[derive(Serialize)]
struct Address<'a> {
    street: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<&'a str>,
}

#[derive(Serialize)]
struct Empty {}

/// Cannot be serialized.
struct Broken;

impl Serialize for Broken {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("SECRET"))
    }
}

/// `with` passes a reference.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that `with` calls"
)]
fn in_cents(price: &f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
    let cents = (price * 100.0).round() as i64;
    cents
}

#[api(path = "tickets", rename_all = "camelCase")]
trait Tickets {
    #[patch("{id}")]
    async fn update_ticket(
        &self,
        id: u64,
        #[field] subject_line: Option<&str>,
        #[field(rename = "agent \"id\"\n")] agent: Option<Option<u64>>,
        #[field(with = in_cents)] price: Option<f64>,
    ) -> comm100::Result<()>;

    #[post]
    async fn create_ticket(
        &self,
        #[field] subject: &str,
        #[field] tags: &[&str],
        #[field] owner: NullableId,
        #[field(flatten)] address: Option<&Address<'_>>,
        #[field(flatten)] more: Option<BTreeMap<String, serde_json::Value>>,
    ) -> comm100::Result<()>;

    #[put("{id}")]
    async fn flatten_first(
        &self,
        id: u64,
        #[field(flatten)] address: &Address<'_>,
        #[field] note: Option<&str>,
    ) -> comm100::Result<()>;

    #[delete("{id}")]
    async fn remove_ticket(&self, id: u64, #[field] reason: &str) -> comm100::Result<()>;

    #[post("generic")]
    async fn send_any<T: Serialize + Sync>(&self, #[field] value: T) -> comm100::Result<()>;

    #[post("flat")]
    async fn flatten_any<T: Serialize + Sync>(
        &self,
        #[field(flatten)] value: T,
    ) -> comm100::Result<()>;
}

async fn body(recorder: &Recorder, call: Call<()>) -> String {
    call.await.expect("a response");
    let request: Recorded = recorder.take();
    assert_eq!(request.header("content-type"), ["application/json"]);
    request.text().to_owned()
}

#[tokio::test]
async fn members_are_written_in_the_declared_order() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let all = client.update_ticket(1).price(1.25).subject_line("é\"");
    let all = all.agent(Some(7));
    assert_eq!(
        body(&recorder, all.send()).await,
        r#"{"subjectLine":"é\"","agent \"id\"\u000a":7,"price":125}"#
    );
    let required = client.create_ticket("x", &["a", "b"], None);
    assert_eq!(
        body(&recorder, required.send()).await,
        r#"{"subject":"x","tags":["a","b"],"owner":null}"#
    );
    let removed = client.remove_ticket(1, "spam").send();
    assert_eq!(body(&recorder, removed).await, r#"{"reason":"spam"}"#);
    let nested = client.send_any(BTreeMap::from([("a", [1, 2])])).send();
    assert_eq!(body(&recorder, nested).await, r#"{"value":{"a":[1,2]}}"#);
}

#[tokio::test]
async fn absent_and_null_differ() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let nothing = client.update_ticket(1);
    assert_eq!(body(&recorder, nothing.send()).await, "{}");
    let null = client.update_ticket(1).agent(None);
    assert_eq!(
        body(&recorder, null.send()).await,
        r#"{"agent \"id\"\u000a":null}"#
    );
    let cleared = client.update_ticket(1).agent(None).maybe_agent(None);
    assert_eq!(body(&recorder, cleared.send()).await, "{}");
}

#[tokio::test]
async fn flattened_members_are_sent_beside_the_others() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let address = Address {
        street: "Elm",
        city: None,
    };
    let more = BTreeMap::from([("a{}".to_owned(), serde_json::Value::Null)]);
    let call = client
        .create_ticket("x", &[], Some(1))
        .address(&address)
        .more(more)
        .send();
    assert_eq!(
        body(&recorder, call).await,
        r#"{"subject":"x","tags":[],"owner":1,"street":"Elm","a{}":null}"#
    );
    let first = client.flatten_first(1, &address).note("n").send();
    assert_eq!(
        body(&recorder, first).await,
        r#"{"street":"Elm","note":"n"}"#
    );
    for call in [
        client.flatten_any(Empty {}).send(),
        client.flatten_any(None::<Empty>).send(),
        client.flatten_any(BTreeMap::<u8, u8>::new()).send(),
    ] {
        assert_eq!(body(&recorder, call).await, "{}");
    }
    let empty = client.create_ticket("x", &[], None).more(BTreeMap::new());
    assert_eq!(
        body(&recorder, empty.send()).await,
        r#"{"subject":"x","tags":[],"owner":null}"#
    );
}

#[test]
fn a_value_that_is_no_member_is_an_error_without_the_value() {
    let client = Client::builder()
        .platform(Platform::Hosted)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client");
    let more = |key: &str| BTreeMap::from([(key.to_owned(), serde_json::json!("SECRET"))]);
    let address = Address {
        street: "SECRET",
        city: None,
    };
    let mistakes = [
        client.send_any(Broken).request(),
        client
            .send_any(BTreeMap::from([([1, 2], "SECRET")]))
            .request(),
        client.flatten_any("SECRET").request(),
        client.flatten_any(["SECRET"]).request(),
        // Declared, and not even set.
        client
            .create_ticket("x", &[], None)
            .more(more("owner"))
            .request(),
        // In both flattened values.
        client
            .create_ticket("x", &[], None)
            .address(&address)
            .more(more("street"))
            .request(),
    ];
    for mistake in mistakes {
        let error = mistake.expect_err("a mistake");
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error}");
    }
}
