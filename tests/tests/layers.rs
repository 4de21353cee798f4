//! Layers around the transport.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use comm100::mock::Mock;
use comm100::{Body, ErrorKind, HyperTransport, Sent, TransportError, TransportService};
use comm100_tests::calls::{CreateBuilder, Faults as _, ReadBuilder};
use comm100_tests::client::policy;
use comm100_tests::recorder::{Recorder, response};
use http_body_util::{BodyExt as _, Full};
use serde_json::json;
use tower::layer::layer_fn;
use tower::limit::ConcurrencyLimitLayer;
use tower::service_fn;
use tower::util::{MapRequestLayer, MapResponseLayer};

type Request = http::Request<comm100::RequestBody>;

/// Writes a value behind what a header has.
fn mark(text: &'static str) -> MapRequestLayer<impl Fn(Request) -> Request + Clone> {
    MapRequestLayer::new(move |mut request: Request| {
        let before = request
            .headers()
            .get("x-seen")
            .map(|value| value.to_str().unwrap());
        let seen = format!("{} {text}", before.unwrap_or("seen"));
        request
            .headers_mut()
            .insert("x-seen", seen.parse().unwrap());
        request
    })
}

#[tokio::test]
async fn layers_see_the_request_in_their_order_and_the_transport_sends_it() {
    let server = Recorder::json(r#"{ "value": "a" }"#).await;
    let client = server
        .builder()
        .layer(mark("first"))
        .layer(mark("second"))
        .build()
        .unwrap();
    assert_eq!(client.read("7").await.unwrap().value, "a");
    let request = server.take();
    assert_eq!(request.header("x-seen"), ["seen first second"]);
    assert_eq!(request.target(), "/api/v1/livechat/faults/7");
    assert_eq!(request.header("authorization").len(), 1);
}

/// Below layers the client leaves the host to the transport.
#[tokio::test]
async fn a_request_over_hyper_below_layers_has_one_host() {
    let server = Recorder::json(r#"{ "value": "a" }"#).await;
    for layered in [false, true] {
        let mut builder = server
            .builder()
            .transport(HyperTransport::new(Duration::from_secs(10)).unwrap());
        if layered {
            builder = builder.layer(mark("layer"));
        }
        builder.build().unwrap().read("7").await.unwrap();
        let host = server.origin().trim_start_matches("http://");
        assert_eq!(server.take().header("host"), [host], "{layered}");
    }
}

#[tokio::test]
async fn each_attempt_passes_the_layers_and_the_key_is_marked() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .error(503, 1, "Later.")
        .error(503, 1, "Later.")
        .reply(&json!({ "value": "a" }));
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let client = comm100_tests::client::builder("http://127.0.0.1:1")
        .unwrap()
        .retry(policy())
        .transport(mock.transport())
        .layer(MapRequestLayer::new(move |request: Request| {
            count.fetch_add(1, Ordering::Relaxed);
            assert!(request.headers()["authorization"].is_sensitive());
            request
        }))
        .build()
        .unwrap();
    client.read("7").await.unwrap();
    assert_eq!(seen.load(Ordering::Relaxed), 3);
}

#[tokio::test]
async fn a_layer_answers_in_place_of_the_transport_with_a_body_of_its_own() {
    let client = comm100_tests::client::builder("http://127.0.0.1:1")
        .unwrap()
        .max_response_bytes(20)
        .layer(layer_fn(|_: TransportService| {
            service_fn(|request: Request| async move {
                let body = match request.uri().path() {
                    "/api/v1/livechat/faults/short" => r#"{ "value": "b" }"#,
                    _ => r#"{ "value": "longer than the cap" }"#,
                };
                Ok::<_, Infallible>(http::Response::new(Full::new(Bytes::from(body))))
            })
        }))
        .build()
        .unwrap();
    assert_eq!(client.read("short").await.unwrap().value, "b");
    assert_eq!(
        client.read("long").await.unwrap_err().kind(),
        ErrorKind::TooLarge
    );
}

#[tokio::test]
async fn a_layer_reads_the_body_as_it_streams() {
    let text = format!(r#"{{ "value": "{}" }}"#, "x".repeat(300_000));
    let answer = response(200, "application/json", text.as_bytes());
    let server = Recorder::start(move |_| answer.clone()).await;
    let passed = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&passed);
    let client = server
        .builder()
        .layer(MapResponseLayer::new(
            move |response: http::Response<Body>| {
                let count = Arc::clone(&count);
                response.map(move |body| {
                    body.map_frame(move |frame| {
                        count.fetch_add(frame.data_ref().map_or(0, Bytes::len), Ordering::Relaxed);
                        frame
                    })
                })
            },
        ))
        .build()
        .unwrap();
    assert_eq!(client.read("7").await.unwrap().value.len(), 300_000);
    assert_eq!(passed.load(Ordering::Relaxed), text.len());
}

/// A service that fails in one of four ways.
#[derive(Clone, Copy, Debug)]
enum Failing {
    NotReady,
    NotSent,
    MaybeSent,
    Unknown,
}

impl tower::Service<Request> for Failing {
    type Response = http::Response<Body>;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = std::future::Ready<Result<http::Response<Body>, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(match self {
            Self::NotReady => Err("not ready".into()),
            _ => Ok(()),
        })
    }

    fn call(&mut self, _: Request) -> Self::Future {
        std::future::ready(Err(match self {
            Self::NotSent => TransportError::not_sent("a").into(),
            Self::MaybeSent => TransportError::maybe_sent("b").timed_out().into(),
            Self::NotReady | Self::Unknown => "the layer's own".into(),
        }))
    }
}

#[tokio::test]
async fn errors_report_if_the_request_was_sent() {
    let cases = [
        (Failing::NotReady, ErrorKind::Connect, Sent::No, 3),
        (Failing::NotSent, ErrorKind::Connect, Sent::No, 3),
        (Failing::MaybeSent, ErrorKind::Timeout, Sent::Maybe, 1),
        (Failing::Unknown, ErrorKind::Transport, Sent::Maybe, 1),
    ];
    for (failing, kind, sent, attempts) in cases {
        let client = comm100_tests::client::builder("http://127.0.0.1:1")
            .unwrap()
            .layer(layer_fn(move |_: TransportService| failing))
            .build()
            .unwrap();
        // A POST is retried only if nothing was sent.
        let error = client.create("x").await.unwrap_err();
        let found = (error.kind(), error.sent(), error.attempts());
        assert_eq!(found, (kind, sent, attempts), "{failing:?}");
    }
}

#[tokio::test]
async fn a_layer_with_state_is_shared_by_all_calls() {
    let mock = Mock::new();
    let most = Arc::new(Mutex::new((0_usize, 0_usize)));
    let count = Arc::clone(&most);
    mock.on(CreateBuilder::ENDPOINT)
        .reply(&json!({ "value": "a" }));
    let client = comm100_tests::client::builder("http://127.0.0.1:1")
        .unwrap()
        .transport(mock.transport())
        .layer(ConcurrencyLimitLayer::new(2))
        .layer(layer_fn(move |inner: TransportService| {
            let count = Arc::clone(&count);
            service_fn(move |request: Request| {
                let (count, mut inner) = (Arc::clone(&count), inner.clone());
                async move {
                    {
                        let mut count = count.lock().unwrap();
                        count.0 += 1;
                        count.1 = count.1.max(count.0);
                    }
                    tokio::task::yield_now().await;
                    let response = tower::Service::call(&mut inner, request).await;
                    count.lock().unwrap().0 -= 1;
                    response
                }
            })
        }))
        .build()
        .unwrap();
    let calls = (0..20).map(|_| client.create("x").send());
    for outcome in futures_util::future::join_all(calls).await {
        outcome.unwrap();
    }
    assert_eq!(*most.lock().unwrap(), (0, 2));
}
