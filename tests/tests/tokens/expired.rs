//! Tokens that end while the token endpoint refuses new ones, by Tokio's paused clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use comm100::{Client, Credentials, ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use http::{Response, StatusCode};

use crate::issuer::{EMAIL, PASSWORD, TOKEN};

/// A client that gets one token, for 100 seconds, and the number of its token requests.
fn with_one_token() -> (Client, Arc<AtomicUsize>) {
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    let client = Client::builder()
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .transport_fn(move |request| {
            let mut response = Response::new(String::from(r#"{"value":"done"}"#));
            if request.uri().path() == "/oauth/token" {
                if counted.fetch_add(1, Ordering::Relaxed) == 0 {
                    *response.body_mut() =
                        format!(r#"{{"access_token":"{TOKEN}","expires_in":100}}"#);
                } else {
                    *response.status_mut() = StatusCode::BAD_REQUEST;
                }
            }
            async { Ok(response) }
        })
        .build();
    (client.expect("a client"), requests)
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_failed_is_tried_again_halfway_to_the_end() {
    let (client, requests) = with_one_token();
    client.read("1").await.expect("an answer");
    // It is due after 90 seconds. Then the next renewals are halfway to the end: at 97.5, at 99 from 98 on.
    for (wait, expected) in [(89, 1), (6, 2), (1, 2), (1, 2), (1, 3)] {
        tokio::time::sleep(Duration::from_secs(wait)).await;
        for _ in 0..10 {
            client.read("1").await.expect("the token is valid");
            // The renewal is a task.
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(requests.load(Ordering::Relaxed), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn after_its_end_it_is_not_sent() {
    let (client, requests) = with_one_token();
    client.read("1").await.expect("an answer");
    tokio::time::sleep(Duration::from_secs(100)).await;
    let error = client.read("1").await.expect_err("no token");
    assert_eq!(
        (error.kind(), error.sent(), error.attempts()),
        (ErrorKind::Authorization, Sent::No, 0)
    );
    assert_eq!(requests.load(Ordering::Relaxed), 2);
}

/// A token that is rejected like the one before it is kept for a minute: the account may lack access.
#[tokio::test(start_paused = true)]
async fn after_a_minute_a_rejected_token_is_renewed_again() {
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    let client = Client::builder()
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .transport_fn(move |request| {
            let mut response = Response::new(format!(r#"{{"access_token":"{TOKEN}"}}"#));
            if request.uri().path() == "/oauth/token" {
                counted.fetch_add(1, Ordering::Relaxed);
            } else {
                *response.status_mut() = StatusCode::UNAUTHORIZED;
            }
            async { Ok(response) }
        })
        .build()
        .expect("a client");
    for (wait, attempts, expected) in [(0, 2, 2), (0, 1, 2), (59, 1, 2), (1, 2, 3), (0, 1, 3)] {
        tokio::time::sleep(Duration::from_secs(wait)).await;
        let error = client.read("1").await.expect_err("401");
        assert!(error.is_unauthorized());
        assert_eq!(
            (error.attempts(), requests.load(Ordering::Relaxed)),
            (attempts, expected)
        );
    }
}
