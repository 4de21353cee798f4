//! Headers, forms and JSON bodies.

use std::collections::BTreeMap;

use comm100_tests::recorder::{BASIC, Recorder};

use crate::tickets::{NewTicket, Tickets as _, sent};
use crate::{builder, client};

#[tokio::test]
async fn headers_and_authorization() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
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

    let named = builder(&recorder).user_agent("desk/1.2").build().unwrap();
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
    let client = client(&recorder);
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
    let client = client(&recorder);
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
