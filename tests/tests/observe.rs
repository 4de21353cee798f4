//! Statistics and tracing of calls: counts, latencies, spans and events.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::mock::Mock;
use comm100::{Client, Credentials, ErrorKind, RetryPolicy};
use comm100_tests::calls::{CreateBuilder, Faults as _, ReadBuilder};
use comm100_tests::client::{API_KEY, EMAIL, VALUE, leaks, policy};
use comm100_tests::pages::{ListNumbersBuilder, Numbers, NumbersApi as _};
use futures_util::{FutureExt as _, TryStreamExt as _};
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Subscriber, instrument::WithSubscriber as _};
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, Registry};

type Fields = BTreeMap<String, String>;

/// A span or an event.
#[derive(Clone, Debug)]
struct Told {
    name: String,
    level: Level,
    target: String,
    parent: Option<String>,
    fields: Fields,
}

/// Keeps the spans that were closed and the events.
#[derive(Clone, Default)]
struct Notes {
    spans: Arc<Mutex<Vec<Told>>>,
    events: Arc<Mutex<Vec<Told>>>,
}

struct Reader<'a>(&'a mut Fields);

impl Visit for Reader<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Notes {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let mut told = Told {
            name: span.name().to_owned(),
            level: *span.metadata().level(),
            target: span.metadata().target().to_owned(),
            parent: span.parent().map(|parent| parent.name().to_owned()),
            fields: Fields::new(),
        };
        attributes.record(&mut Reader(&mut told.fields));
        span.extensions_mut().insert(told);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let mut extensions = span.extensions_mut();
        values.record(&mut Reader(
            &mut extensions.get_mut::<Told>().unwrap().fields,
        ));
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let span = context.span(&id).unwrap();
        let told = span.extensions().get::<Told>().unwrap().clone();
        self.spans.lock().unwrap().push(told);
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut told = Told {
            name: String::new(),
            level: *event.metadata().level(),
            target: event.metadata().target().to_owned(),
            parent: context.event_span(event).map(|span| span.name().to_owned()),
            fields: Fields::new(),
        };
        event.record(&mut Reader(&mut told.fields));
        self.events.lock().unwrap().push(told);
    }
}

impl Notes {
    /// Records the spans and events of all levels while a future runs.
    async fn of<F: Future>(future: F) -> (Vec<Told>, Vec<Told>, F::Output) {
        let notes = Self::default();
        let subscriber = Registry::default().with(notes.clone());
        let output = future.with_subscriber(subscriber).await;
        let ours = |told: &Mutex<Vec<Told>>| {
            let mut told = told.lock().unwrap().clone();
            told.retain(|told| told.target == "comm100");
            told
        };
        (ours(&notes.spans), ours(&notes.events), output)
    }
}

fn fields(expected: &[(&str, &str)]) -> Fields {
    let pairs = expected
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    pairs.collect()
}

fn client(mock: &Mock) -> Client {
    Client::builder()
        .credentials(Credentials::new(EMAIL, API_KEY))
        .retry(policy())
        .transport(mock.transport())
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_call_is_a_span_and_an_attempt_is_an_event() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .error(503, 1, VALUE)
        .not_sent()
        .reply(&json!({ "value": VALUE }));
    let (spans, events, outcome) = Notes::of(client(&mock).read(VALUE).send()).await;
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
        let (spans, events, outcome) = Notes::of(client.create(VALUE).send()).await;
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
    let (spans, _, items) = Notes::of(read).await;
    assert_eq!(items.unwrap().len(), 10);
    assert_eq!(spans.len(), 5);
    for span in spans {
        assert_eq!(span.parent.as_deref(), Some("reader"));
    }
}

#[tokio::test(start_paused = true)]
async fn stats_count_calls_attempts_and_latencies() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .reply(&json!({ "value": "a" }))
        .delay(Duration::from_millis(100))
        .error(503, 1, "Later.")
        .delay(Duration::from_millis(100))
        .reply(&json!({ "value": "b" }))
        .delay(Duration::from_millis(200))
        .error(404, 1, "None.")
        .reply(&json!({ "unexpected": 1 }))
        .reply(&json!({ "value": "never" }))
        .delay(Duration::from_secs(3_600));
    let client = client(&mock);
    assert_eq!(client.stats().call_latency().mean(), None);
    assert_eq!(client.stats().call_latency().quantile(0.5), None);
    client.read("1").await.unwrap();
    // Clones count together.
    let clone = client.clone();
    clone.read("2").await.unwrap();
    client.read("3").await.unwrap_err();
    client.read("4").await.unwrap_err();
    // A parameter that cannot be sent makes no call.
    client.read("..").await.unwrap_err();
    let mut waiting = client.read("5").send();
    assert!((&mut waiting).now_or_never().is_none());
    assert_eq!(client.stats().in_flight(), 1);
    drop(waiting);

    let stats = client.stats();
    assert_eq!(stats.in_flight(), 0);
    assert_eq!(stats.cancelled(), 1);
    assert_eq!((stats.succeeded(), stats.failed()), (2, 2));
    assert_eq!(stats.failed_with(ErrorKind::Api), 1);
    assert_eq!(stats.failed_with(ErrorKind::Decode), 1);
    assert_eq!(stats.failed_with(ErrorKind::Timeout), 0);
    assert_eq!((stats.attempts(), stats.retries()), (5, 1));
    let calls = stats.call_latency();
    assert_eq!(calls.count(), 4);
    let milliseconds = |time: Option<Duration>| time.unwrap().as_millis();
    assert!(
        (300..=303).contains(&milliseconds(calls.max())),
        "{stats:?}"
    );
    assert!(
        (100..=102).contains(&milliseconds(calls.mean())),
        "{stats:?}"
    );
    // The half of 0, 0, 100 and 300 ms is not above 0 ms; three quarters are not above 100.
    assert!(milliseconds(calls.quantile(0.5)) <= 2, "{stats:?}");
    assert!(
        (100..=114).contains(&milliseconds(calls.quantile(0.75))),
        "{stats:?}"
    );
    assert!(
        (300..=303).contains(&milliseconds(calls.quantile(1.0))),
        "{stats:?}"
    );
    assert_eq!(stats.attempt_latency().count(), 5);
}

#[tokio::test]
async fn stats_of_many_tasks_add_up() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .reply(&json!({ "value": "a" }));
    let client = Client::builder()
        .credentials(Credentials::new(EMAIL, API_KEY))
        .retry(RetryPolicy::off())
        .transport(mock.transport())
        .build()
        .unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..200 {
        tasks.spawn(client.read("x").send());
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.unwrap().unwrap();
    }
    let stats = client.stats();
    assert_eq!(
        (stats.succeeded(), stats.failed(), stats.in_flight()),
        (200, 0, 0)
    );
    assert_eq!(stats.attempt_latency().count(), 200);
}
