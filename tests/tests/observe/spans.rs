//! A call is a span, an attempt an event.

use std::error::Error;
use std::time::Duration;

use comm100::mock::Mock;
use comm100::{AccessToken, BoxFuture, Client, Credentials, TokenSource};
use comm100_tests::calls::{CreateBuilder, Faults as _, ReadBuilder};
use comm100_tests::client::{VALUE, leaks};
use comm100_tests::pages::{ListNumbersBuilder, Numbers, NumbersApi as _};
use futures_util::TryStreamExt as _;
use serde_json::json;
use tracing::Level;

use crate::client;
use crate::recorder::{Fields, SpanRecorder};

fn fields(expected: &[(&str, &str)]) -> Fields {
    let pairs = expected
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    pairs.collect()
}

#[tokio::test]
async fn a_call_is_a_span_and_an_attempt_is_an_event() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .error(503, 1, VALUE)
        .not_sent()
        .reply(&json!({ "value": VALUE }));
    let (spans, events, outcome) = SpanRecorder::of(client(&mock).read(VALUE).send()).await;
    outcome.unwrap();
    assert_eq!(spans.len(), 1);
    assert_eq!(
        (spans[0].name.as_str(), spans[0].level),
        ("comm100.call", Level::INFO)
    );
    assert_eq!(
        spans[0].fields,
        fields(&[
            ("otel.name", "GET livechat/faults/{id}"),
            ("otel.kind", "client"),
            ("http.request.method", "GET"),
            ("url.template", "/api/v1/livechat/faults/{id}"),
            ("server.address", "hosted.comm100.com"),
            ("server.port", "443"),
            ("http.response.status_code", "200"),
            ("http.request.resend_count", "2"),
        ])
    );
    assert_eq!(events.len(), 3);
    let mut stripped = events.clone();
    for event in &mut stripped {
        assert_eq!(event.parent.as_deref(), Some("comm100.call"));
        let duration = event.fields.remove("http.client.request.duration").unwrap();
        assert!(duration.parse::<f64>().unwrap() >= 0.0);
    }
    let expected = [
        (
            Level::WARN,
            fields(&[
                ("message", "attempt failed"),
                ("http.response.status_code", "503"),
                ("error.type", "503"),
            ]),
        ),
        (
            Level::WARN,
            fields(&[
                ("message", "attempt failed"),
                ("http.request.resend_count", "1"),
                ("error.type", "connect"),
            ]),
        ),
        (
            Level::DEBUG,
            fields(&[
                ("message", "attempt answered"),
                ("http.request.resend_count", "2"),
                ("http.response.status_code", "200"),
            ]),
        ),
    ];
    let found: Vec<_> = stripped
        .into_iter()
        .map(|event| (event.level, event.fields))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(leaks(&format!("{spans:?}{events:?}")), [""; 0]);
}

#[tokio::test]
async fn a_failed_call_says_how_it_failed() {
    let mock = Mock::new();
    mock.on(CreateBuilder::ENDPOINT)
        .error(404, 404_001, VALUE)
        .maybe_sent()
        .reply(&json!({ "unexpected": VALUE }));
    let client = client(&mock);
    let cases = [
        ("404", Some("404"), Level::DEBUG),
        ("transport", None, Level::WARN),
        ("decode", Some("200"), Level::DEBUG),
    ];
    for (error_type, status, level) in cases {
        let (spans, events, outcome) = SpanRecorder::of(client.create(VALUE).send()).await;
        outcome.unwrap_err();
        let fields = &spans[0].fields;
        assert_eq!(fields["error.type"], error_type);
        assert_eq!(fields["otel.status_code"], "ERROR");
        assert_eq!(
            fields.get("http.response.status_code").map(String::as_str),
            status
        );
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].level, level, "{error_type}");
        assert_eq!(leaks(&format!("{spans:?}{events:?}")), [""; 0]);
    }
}

#[tokio::test]
async fn pages_ahead_belong_to_the_span_of_their_reader() {
    let mock = Mock::new();
    mock.on(ListNumbersBuilder::ENDPOINT).reply_with(|request| {
        let number = request.query("page").unwrap().parse().unwrap();
        http::Response::new(Numbers::page(number, 5).json().into())
    });
    let client = client(&mock);
    let read = async {
        let span = tracing::info_span!("reader");
        let items = client.list_numbers().prefetch(3).items();
        tracing::Instrument::instrument(items.try_collect::<Vec<u32>>(), span).await
    };
    let (spans, _, items) = SpanRecorder::of(read).await;
    assert_eq!(items.unwrap().len(), 10);
    assert_eq!(spans.len(), 5);
    for span in spans {
        assert_eq!(span.parent.as_deref(), Some("reader"));
    }
}

/// A vault that does not respond.
struct Silent;

impl TokenSource for Silent {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn Error + Send + Sync>>> {
        Box::pin(std::future::pending())
    }
}

/// The request for the token goes on, for other calls.
#[tokio::test]
async fn the_span_of_a_call_ends_though_its_token_is_still_awaited() {
    let client = Client::builder()
        .credentials(Credentials::tokens(Silent))
        .build()
        .unwrap();
    let call = client.read(VALUE).timeout(Duration::from_millis(50));
    let (spans, _, outcome) = SpanRecorder::of(call.send()).await;
    outcome.unwrap_err();
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].fields["error.type"], "timeout");
}
