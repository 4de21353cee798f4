//! A token endpoint that is away for a while: it is asked again as long as calls wait for the token.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::Duration;

use comm100::{Client, Credentials, ErrorKind, Platform, RetryPolicy, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::Reply;
use comm100_tests::recorder::{Recorder, response};
use futures_util::future::join_all;
use tokio::net::TcpSocket;
use tokio::time::Instant;

use crate::issuer::{EMAIL, Issuer, PASSWORD, TOKEN, builder, keeps_secrets};

fn policy(attempts: u32) -> RetryPolicy {
    RetryPolicy::new()
        .attempts(attempts)
        .jitter(|_| Duration::ZERO)
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_go_on_beyond_the_attempts_of_a_small_policy() {
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::status(503, ""), Reply::new().reset()]
        .into_iter()
        .cycle()
        .take(4)
        .collect();
    let server = issuer.serve().await;
    let client = builder(&server).retry(policy(2)).build().expect("a client");
    // A hundred calls wait for the same requests.
    for outcome in join_all((0..100).map(|_| client.create("1").send())).await {
        outcome.expect("an answer");
    }
    assert_eq!((issuer.token_requests(), issuer.state().calls), (5, 100));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_starts_later_is_reached() {
    // Its port refuses connections until it listens.
    let socket = TcpSocket::new_v4().expect("a socket");
    socket
        .bind(([127, 0, 0, 1], 0).into())
        .expect("a free port");
    let panel = format!("http://{}", socket.local_addr().expect("an address"));
    let (sender, listener) = tokio::sync::oneshot::channel();
    let state = std::sync::Mutex::new(Some((socket, sender)));
    let waits = AtomicU32::new(0);
    // The client asks for the wait after each request: the server starts after the third one.
    let policy = RetryPolicy::new().attempts(2).jitter(move |_| {
        if waits.fetch_add(1, Ordering::Relaxed) == 2
            && let Some((socket, sender)) = state.lock().expect("a lock").take()
        {
            let listener = socket.listen(16).expect("a listener");
            let listener = listener.into_std().expect("a listener");
            sender.send(listener).expect("the test waits");
        }
        Duration::ZERO
    });
    let api = Recorder::json(r#"{"value":"done"}"#).await;
    let client = Client::builder()
        .platform(Platform::split(&panel, api.origin()).expect("a platform"))
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .retry(policy)
        .build()
        .expect("a client");
    let call = tokio::spawn(client.create("1").send());
    let listener = listener.await.expect("the third request fails");
    let token = format!(r#"{{"access_token":"{TOKEN}","expires_in":43199}}"#);
    let answer = move |_: &_| response(200, "application/json", token.as_bytes());
    let panel = Recorder::on(listener, answer).expect("a server");
    call.await.expect("no panic").expect("an answer");
    assert_eq!(panel.take().target(), "/oauth/token");
    assert_eq!(
        api.take().header("authorization"),
        [format!("Bearer {TOKEN}")]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_learns_why_before_its_deadline_and_the_others_go_on() {
    let issuer = Issuer::default();
    let body = r#"{"error":"temporarily_unavailable","error_description":"Come back later."}"#;
    issuer.state().token_replies = vec![Reply::status(503, body); 5];
    let server = issuer.serve().await;
    let client = builder(&server).retry(policy(2)).build().expect("a client");
    let started = Instant::now();
    let patient = tokio::spawn(client.create("1").send());
    // The third wait is the first that is longer than nothing.
    let short = Duration::from_millis(200);
    let error = client.create("2").timeout(short).await;
    let error = error.expect_err("no token");
    assert!(started.elapsed() < Duration::from_secs(1));
    assert_eq!(
        (error.kind(), error.sent(), error.attempts()),
        (ErrorKind::Authorization, Sent::No, 0)
    );
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert_eq!(error.error_name(), Some("temporarily_unavailable"));
    assert_eq!(error.message(), Some("Come back later."));
    keeps_secrets(&error);
    patient.await.expect("no panic").expect("an answer");
    assert_eq!((issuer.token_requests(), issuer.state().calls), (6, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_without_retries_sends_one_request() {
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::status(503, "")];
    let server = issuer.serve().await;
    let client = builder(&server).retry(RetryPolicy::off()).build();
    let client = client.expect("a client");
    let error = client.create("1").await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert_eq!(issuer.token_requests(), 1);
    client.create("1").await.expect("an answer");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_passing_status_another_request_is_sent() {
    for status in [408, 429, 500, 502, 503, 504] {
        let issuer = Issuer::default();
        issuer.state().token_replies = vec![Reply::status(status, "")];
        let server = issuer.serve().await;
        let client = builder(&server).retry(policy(2)).build().expect("a client");
        client.create("1").await.expect("an answer");
        assert_eq!(issuer.token_requests(), 2, "{status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_that_does_not_pass_is_an_error_at_once() {
    for status in [400, 401, 403, 404, 501] {
        let issuer = Issuer::default();
        issuer.state().token_replies = vec![Reply::status(status, "")];
        let server = issuer.serve().await;
        let client = builder(&server).build().expect("a client");
        let error = client.create("1").await.expect_err("no token");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(issuer.token_requests(), 1, "{status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_wait_that_it_requires_is_an_error_at_once() {
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::with_headers(503, &[("retry-after", "31")], "")];
    let server = issuer.serve().await;
    let client = builder(&server).build().expect("a client");
    let started = Instant::now();
    // The call itself has a minute.
    let error = client.create("1").await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(31)));
    assert!(started.elapsed() < Duration::from_secs(30));
    assert_eq!(issuer.token_requests(), 1);
}

/// The clock is Tokio's, paused: minutes pass at once.
#[tokio::test(start_paused = true)]
async fn a_wait_of_half_a_minute_is_waited_for() {
    let requests = AtomicUsize::new(0);
    let client = Client::builder()
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .retry(policy(2))
        .transport_fn(move |request| {
            let body = format!(r#"{{"access_token":"{TOKEN}","value":"done"}}"#);
            let mut response = http::Response::new(body);
            let is_for_token = request.uri().path() == "/oauth/token";
            if is_for_token && requests.fetch_add(1, Ordering::Relaxed) == 0 {
                *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
                let wait = http::HeaderValue::from_static("30");
                response.headers_mut().insert("retry-after", wait);
            }
            async { Ok(response) }
        })
        .build()
        .expect("a client");
    let started = Instant::now();
    client.create("1").await.expect("an answer");
    assert_eq!(started.elapsed().as_secs(), 30);
}

#[tokio::test(start_paused = true)]
async fn the_requests_become_rarer_and_end_with_the_last_waiting_call() {
    for policy in [
        RetryPolicy::new(),
        policy(2),
        RetryPolicy::new().attempts(2).base(Duration::ZERO),
    ] {
        let requests = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&requests);
        let client = Client::builder()
            .credentials(Credentials::password(EMAIL, PASSWORD))
            .retry(policy)
            .transport_fn(move |_| {
                counted.fetch_add(1, Ordering::Relaxed);
                let mut away = http::Response::new("");
                *away.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
                async { Ok(away) }
            })
            .build()
            .expect("a client");
        let started = Instant::now();
        let error = client.create("1").await.expect_err("no token");
        assert_eq!(error.kind(), ErrorKind::Authorization);
        // The default timeout is 90 seconds.
        let waited = started.elapsed().as_secs();
        assert!((70..=90).contains(&waited), "{waited}");
        let asked = requests.load(Ordering::Relaxed);
        assert!((10..=40).contains(&asked), "{asked}");
        tokio::time::sleep(Duration::from_secs(3_600)).await;
        assert!(requests.load(Ordering::Relaxed) <= asked + 1);
    }
}
