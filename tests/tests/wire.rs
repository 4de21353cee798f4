//! The bytes that a declaration sends, as a server receives them.

use std::collections::BTreeMap;

use comm100::{Call, Client, Error, Result, api};
use comm100_tests::recorder::{BASIC, Recorded, Recorder};
use serde::Serialize;

#[derive(Serialize)]
struct Filter<'a> {
    keyword: Option<&'a str>,
    tags: Vec<&'a str>,
    rating: u8,
}

#[derive(Serialize)]
struct NewTicket<'a> {
    subject: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent: Option<u64>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Order {
    NewestFirst,
}

#[derive(Serialize)]
struct TicketId(u64);

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Owner {
    Department(u64),
}

#[api(path = "livechat/values")]
trait Values {
    #[get("{letter}")]
    async fn values(
        &self,
        letter: char,
        #[query] sign: Option<char>,
        #[query(flatten)] owner: Option<Owner>,
        #[query(flatten)] more: Option<&BTreeMap<&str, serde_json::Value>>,
        #[query] array: Option<[u8; 2]>,
    ) -> Result<()>;
}

#[tokio::test]
async fn values_of_rarer_kinds() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let more = BTreeMap::from([
        ("absent", serde_json::Value::Null),
        ("list", serde_json::json!([1, null, "x"])),
        ("text", serde_json::json!("a b")),
    ]);
    client
        .values('\u{e9}')
        .sign('&')
        .owner(Owner::Department(3))
        .more(&more)
        .array([1, 2])
        .await
        .unwrap();
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/values/%C3%A9?sign=%26&department=3&list=1&list=x&text=a%20b&array=1&array=2"
    );
}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list(
        &self,
        #[query] keyword: Option<&str>,
        #[query(rename = "agentId")] agent: Option<u64>,
        #[query] order: Option<Order>,
        #[query] r#type: Option<&[&str]>,
        #[query(join = ",")] department: Option<&[u64]>,
        #[query(flatten)] filter: Option<Filter<'_>>,
    ) -> Result<()>;

    #[get("{id}/messages/{number}")]
    async fn get_message(&self, id: &str, number: TicketId) -> Result<()>;

    #[post]
    async fn create_form(
        &self,
        #[form] subject: &str,
        #[form(join = ",")] members: &[u64],
        #[form] tags: &[&str],
        #[form] urgent: Option<bool>,
        #[form] weight: Option<f64>,
        #[form(flatten)] more: &BTreeMap<&str, &str>,
    ) -> Result<()>;

    #[put("{id}")]
    async fn update_form(&self, id: u64, #[form] subject: Option<&str>) -> Result<()>;

    #[post("json")]
    async fn create_json(
        &self,
        #[json] ticket: &NewTicket<'_>,
        #[header("X-Request-Id")] request_id: &str,
        #[header("X-Attempt")] attempt: Option<u32>,
    ) -> Result<()>;

    #[post("{id}/close")]
    async fn close(&self, id: u64) -> Result<()>;

    #[patch("{id}")]
    async fn patch(&self, id: u64, #[json] ticket: &NewTicket<'_>) -> Result<()>;

    #[delete("{id}")]
    async fn remove(&self, id: u64) -> Result<()>;
}

#[api(path = "livechat/tickets", version = 2, rename_all = "camelCase")]
trait TicketsV2 {
    #[get]
    async fn list_v2(
        &self,
        #[query] agent_id: u64,
        #[query(rename = "date_from")] since: Option<&str>,
    ) -> Result<()>;
}

async fn sent(recorder: &Recorder, call: Call<()>) -> Recorded {
    call.await.expect("a call that is answered");
    recorder.take()
}

#[tokio::test]
async fn targets() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let base = "/api/v1/livechat/tickets";
    let cases: Vec<(Call<()>, String)> = vec![
        // An absent parameter is left out, and so is the `?`.
        (client.list().send(), format!("GET {base}")),
        (
            client.list().keyword("refund").send(),
            format!("GET {base}?keyword=refund"),
        ),
        // In the declared order, whatever the order of the setters.
        (
            client.list().agent(7).keyword("a").send(),
            format!("GET {base}?keyword=a&agentId=7"),
        ),
        (
            client.list().keyword("+&=% é/?#\u{0}").send(),
            format!("GET {base}?keyword=%2B%26%3D%25%20%C3%A9%2F%3F%23%00"),
        ),
        (
            client.list().keyword("").send(),
            format!("GET {base}?keyword="),
        ),
        (
            client.list().order(Order::NewestFirst).send(),
            format!("GET {base}?order=newest_first"),
        ),
        // A list repeats its key, an empty one sends nothing.
        (
            client.list().r#type(&["a", "b c"]).send(),
            format!("GET {base}?type=a&type=b%20c"),
        ),
        (client.list().r#type(&[]).send(), format!("GET {base}")),
        // `join` joins it, an empty one sends the key.
        (
            client.list().department(&[1, 2, 3]).send(),
            format!("GET {base}?department=1,2,3"),
        ),
        (
            client.list().department(&[]).send(),
            format!("GET {base}?department="),
        ),
        (
            client
                .list()
                .filter(Filter {
                    keyword: None,
                    tags: vec!["x", "y"],
                    rating: 5,
                })
                .send(),
            format!("GET {base}?tags=x&tags=y&rating=5"),
        ),
        // The twins set, and take back.
        (
            client
                .list()
                .maybe_keyword(Some("a"))
                .maybe_agent(None)
                .send(),
            format!("GET {base}?keyword=a"),
        ),
        (
            client.list().keyword("a").maybe_keyword(None).send(),
            format!("GET {base}"),
        ),
        (
            client.get_message("a", TicketId(3)).send(),
            format!("GET {base}/a/messages/3"),
        ),
        (client.close(9).send(), format!("POST {base}/9/close")),
        (client.remove(9).send(), format!("DELETE {base}/9")),
        (
            client.list_v2(4).since("2026-01-01").send(),
            "GET /api/v2/livechat/tickets?agentId=4&date_from=2026-01-01".to_owned(),
        ),
    ];
    for (call, expected) in cases {
        let request = sent(&recorder, call).await;
        assert_eq!(request.line, format!("{expected} HTTP/1.1"));
    }
}

#[tokio::test]
async fn a_path_value_is_one_segment() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    for (id, encoded) in [
        ("a/b", "a%2Fb"),
        ("?x", "%3Fx"),
        ("#x", "%23x"),
        ("a\\b", "a%5Cb"),
        ("50%", "50%25"),
        ("é", "%C3%A9"),
        ("a b", "a%20b"),
        ("a+b@example.com", "a%2Bb@example.com"),
        ("...", "..."),
        (".a", ".a"),
        ("%2f", "%252f"),
        ("\u{202e}x", "%E2%80%AEx"),
        ("a;b=c", "a%3Bb=c"),
    ] {
        let request = sent(&recorder, client.get_message(id, TicketId(1)).send()).await;
        assert_eq!(
            request.target(),
            format!("/api/v1/livechat/tickets/{encoded}/messages/1"),
            "{id:?}"
        );
    }
}

#[tokio::test]
async fn headers_and_authorization() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let request = sent(&recorder, client.list().send()).await;
    assert_eq!(request.header("authorization"), [format!("Basic {BASIC}")]);
    assert_eq!(request.header("accept"), ["application/json"]);
    assert_eq!(
        request.header("user-agent"),
        [concat!("comm100-rust/", env!("CARGO_PKG_VERSION"))]
    );
    assert_eq!(
        request.header("host"),
        [recorder.origin().trim_start_matches("http://")]
    );
    for absent in ["referer", "cookie", "content-type", "content-length"] {
        assert_eq!(request.header(absent), [""; 0], "{absent}");
    }

    let named = recorder.builder().user_agent("desk/1.2").build().unwrap();
    let call = named
        .list()
        .header("X-Trace", "1")
        .header("x-trace", "2")
        .header("Accept", "application/xml")
        .send();
    let request = sent(&recorder, call).await;
    assert_eq!(request.header("user-agent"), ["desk/1.2"]);
    assert_eq!(request.header("x-trace"), ["2"]);
    assert_eq!(request.header("accept"), ["application/xml"]);
}

#[tokio::test]
async fn forms() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let more = BTreeMap::from([("a&b", "c=d"), ("é", "+")]);
    let call = client
        .create_form("50% off + é", &[1, 2], &["x", "y z"], &more)
        .urgent(true)
        .weight(0.5);
    let request = sent(&recorder, call.send()).await;
    assert_eq!(
        request.text(),
        "subject=50%25+off+%2B+%C3%A9&members=1,2&tags=x&tags=y+z&urgent=true&weight=0.5&a%26b=c%3Dd&%C3%A9=%2B"
    );
    assert_eq!(
        request.header("content-type"),
        ["application/x-www-form-urlencoded"]
    );
    assert_eq!(
        request.header("content-length"),
        [request.body.len().to_string()]
    );

    // A form of nothing is a form still; a method without a body has none, but says so.
    let request = sent(&recorder, client.update_form(3).send()).await;
    assert_eq!(
        (request.text(), request.header("content-length")),
        ("", vec!["0"])
    );
    assert_eq!(
        request.header("content-type"),
        ["application/x-www-form-urlencoded"]
    );
    let request = sent(&recorder, client.close(3).send()).await;
    assert_eq!(request.header("content-length"), ["0"]);
    assert_eq!(request.header("content-type"), [""; 0]);
}

#[tokio::test]
async fn json_and_declared_headers() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let ticket = NewTicket {
        subject: "\"é\" \u{1F600}",
        agent: None,
    };
    let call = client.create_json(&ticket, "r-1").attempt(2).send();
    let request = sent(&recorder, call).await;
    assert_eq!(request.text(), "{\"subject\":\"\\\"é\\\" \u{1F600}\"}");
    assert_eq!(request.header("content-type"), ["application/json"]);
    assert_eq!(request.header("x-request-id"), ["r-1"]);
    assert_eq!(request.header("x-attempt"), ["2"]);

    let request = sent(&recorder, client.create_json(&ticket, "r-2").send()).await;
    assert_eq!(request.header("x-attempt"), [""; 0]);

    let request = sent(&recorder, client.patch(1, &ticket).send()).await;
    assert_eq!(request.line, "PATCH /api/v1/livechat/tickets/1 HTTP/1.1");
}

/// `.request()` is what would be sent, and sends nothing.
#[tokio::test]
async fn a_request_can_be_looked_at() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let more = BTreeMap::new();
    let builder = client
        .create_form("a b", &[1], &[], &more)
        .header("X-Trace", "1");
    let shown = builder.request().expect("a request");
    assert_eq!(recorder.requests(), []);

    let arrived = sent(&recorder, builder.send()).await;
    assert_eq!(shown.method(), "POST");
    assert_eq!(
        shown.uri().to_string(),
        format!("{}{}", recorder.origin(), arrived.target())
    );
    assert_eq!(shown.body(), arrived.text());
    for (name, value) in shown.headers() {
        assert_eq!(
            arrived.header(name.as_str()),
            [value.to_str().unwrap()],
            "{name}"
        );
    }
    let text = format!("{shown:?}");
    assert!(!text.contains(BASIC), "{text}");
}

fn assert_call<T: Send + Unpin + 'static>(call: T) -> T {
    call
}

#[tokio::test]
async fn a_call_sends_nothing_before_it_is_polled_and_borrows_nothing() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let call = {
        let id = String::from("borrowed");
        client.get_message(&id, TicketId(1)).send()
    };
    drop(client.list().send());
    assert_eq!(recorder.requests(), []);
    tokio::spawn(assert_call(call)).await.unwrap().unwrap();
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/tickets/borrowed/messages/1"
    );
}

#[tokio::test]
async fn whatever_lends_a_client_has_the_methods() {
    struct App(Client);
    impl AsRef<Client> for App {
        fn as_ref(&self) -> &Client {
            &self.0
        }
    }
    async fn through(tickets: &impl Tickets) -> Result<()> {
        tickets.close(1).await
    }
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    through(&client).await.unwrap();
    through(&std::sync::Arc::new(client.clone())).await.unwrap();
    through(&&client).await.unwrap();
    let app = App(client);
    through(&app).await.unwrap();
    let dynamic: &dyn Tickets = &app;
    dynamic.close(1).await.unwrap();
    through(&dynamic).await.unwrap();
    let future = dynamic.close(1).into_future();
    tokio::spawn(future).await.unwrap().unwrap();
    assert_eq!(recorder.requests().len(), 7);
}

/// `set_credentials` is for all clones at once.
#[tokio::test]
async fn credentials_are_swapped_for_all_clones() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let clone = client.clone();
    client
        .set_credentials(comm100::Credentials::new("b@example.com", "k2"))
        .unwrap();
    let request = sent(&recorder, clone.list().send()).await;
    assert_eq!(
        request.header("authorization"),
        ["Basic YkBleGFtcGxlLmNvbTprMg=="]
    );
    let refused: Result<(), Error> =
        client.set_credentials(comm100::Credentials::new("b@example.com", ""));
    assert!(refused.unwrap_err().is_config());
    let request = sent(&recorder, clone.list().send()).await;
    assert_eq!(
        request.header("authorization"),
        ["Basic YkBleGFtcGxlLmNvbTprMg=="]
    );
}
