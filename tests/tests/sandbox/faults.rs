//! Faults on demand: each meets one request, in order.

use std::time::{Duration, Instant};

use comm100::sandbox::{Fault, Sandbox};

use crate::raw::{Caller, admin, at_noon, items};

async fn started() -> (Sandbox, Caller) {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    (sandbox, caller)
}

fn departments(caller: &Caller) -> usize {
    items(&caller.get("departments").ok()).len()
}

#[tokio::test]
async fn a_status_is_answered_instead_of_carrying_out() {
    let (sandbox, caller) = started().await;
    for status in [503, 429, 500, 404] {
        sandbox.fail_next(Fault::Status(status));
    }
    for status in [503, 429, 500, 404] {
        caller.post("departments", "name=A").refused(status);
    }
    assert_eq!(departments(&caller), 3);
    sandbox.fail_next(Fault::Status(42));
    caller.get("departments").refused(500);
}

#[tokio::test]
async fn a_response_is_sent_byte_for_byte() {
    let (sandbox, caller) = started().await;
    let answer = http::Response::builder()
        .status(502)
        .header("Retry-After", "7")
        .header("Content-Type", "text/html")
        .body(bytes::Bytes::from_static(b"<h1>Bad Gateway</h1>"))
        .expect("a response");
    sandbox.fail_next(Fault::Answer(answer));
    let met = caller.post("departments", "name=A");
    assert_eq!((met.status, met.text()), (502, "<h1>Bad Gateway</h1>"));
    assert_eq!(met.header("retry-after"), Some("7"));
    assert_eq!(departments(&caller), 3);
}

#[tokio::test]
async fn an_answer_ends_where_its_body_or_its_length_ends() {
    let (sandbox, caller) = started().await;
    for (length, body, arrived) in [
        ("5", "x", "x"),
        ("18446744073709551615", "x", "x"),
        ("3", "", ""),
        ("2", "xyz", "xy"),
        ("0", "xyz", ""),
    ] {
        let answer = http::Response::builder()
            .header("Content-Length", length)
            .body(bytes::Bytes::from(body))
            .expect("a response");
        sandbox.fail_next(Fault::Answer(answer));
        let met = caller.get("departments");
        assert_eq!((met.status, met.text()), (200, arrived), "{length}");
        assert_eq!(met.header("content-length"), Some(length));
        assert_eq!(departments(&caller), 3);
    }
}

#[tokio::test]
async fn a_dropped_answer_was_carried_out_and_a_disconnected_request_was_not() {
    let (sandbox, caller) = started().await;
    let form = |name| Some(("application/x-www-form-urlencoded", name));
    sandbox.fail_next(Fault::Disconnected);
    assert!(
        caller
            .try_send("POST", "departments", form("name=A"))
            .is_err()
    );
    assert_eq!(departments(&caller), 3);
    sandbox.fail_next(Fault::Dropped);
    assert!(
        caller
            .try_send("POST", "departments", form("name=A"))
            .is_err()
    );
    assert_eq!(departments(&caller), 4);
    caller.post("departments", "name=A").refused(400);
    assert_eq!(sandbox.requests(), 5);
}

#[tokio::test]
async fn a_truncated_answer_promises_more_than_it_has() {
    let (sandbox, caller) = started().await;
    // One that fits into a write, and one that does not.
    for path in [
        "departments",
        "chats?date_from=2024-05-01&date_to=2024-05-14",
    ] {
        let whole = caller.get(path);
        sandbox.fail_next(Fault::Truncated);
        let half = caller.get(path);
        assert_eq!(
            half.header("content-length"),
            whole.header("content-length")
        );
        assert_eq!(half.body, whole.body[..whole.body.len() / 2]);
        assert_eq!(caller.get(path).body, whole.body);
    }
    // A response without a body cannot be truncated.
    sandbox.fail_next(Fault::Truncated);
    assert!(
        caller
            .try_send("DELETE", "cannedMessages/101", None)
            .is_err()
    );
    caller.get("cannedMessages/101").refused(404);
}

#[tokio::test]
async fn a_delayed_answer_is_late_and_whole() {
    let (sandbox, caller) = started().await;
    let delay = Duration::from_millis(300);
    sandbox.fail_next(Fault::Delayed(delay));
    let start = Instant::now();
    let late = caller.get("departments");
    assert!(start.elapsed() >= delay, "{:?}", start.elapsed());
    assert_eq!(items(&late.ok()).len(), 3);
    // Other requests get responses meanwhile.
    sandbox.fail_next(Fault::Delayed(Duration::from_secs(600)));
    let slow = {
        let caller = caller.clone();
        std::thread::spawn(move || caller.try_send("GET", "departments", None))
    };
    while sandbox.requests() < 2 {
        std::thread::yield_now();
    }
    assert_eq!(departments(&caller), 3);
    // And it stops all the same.
    drop(sandbox);
    assert!(slow.join().expect("no panic").is_err());
}
