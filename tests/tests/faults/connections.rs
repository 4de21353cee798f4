//! Connections that are not made, break, or end between two requests.

use std::time::Duration;

use comm100::{ErrorKind, Sent};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::fault::{FaultServer, Gate, Reply, black_hole, refused_origin};

use crate::table::{Case, failure, run, success};

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n";
const BODY: &str = r#"{"value":"done"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn no_connection() {
    let (hole, _queue) = black_hole().await.expect("a full queue");
    let refused = refused_origin().await.expect("a free port");
    run(vec![
        Case::origin("refused port", refused)
            .all(failure(ErrorKind::Connect, Sent::No, 3).requests(0)),
        Case::origin("black hole", hole)
            .with(|client| crate::connect_timeout(client, Duration::from_millis(100)))
            .all(failure(ErrorKind::Timeout, Sent::No, 3).requests(0)),
    ])
    .await;
}

/// Whatever ends a call before its request has a connection, nothing was sent: a write may be
/// repeated.
#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_while_connecting() {
    let (hole, _queue) = black_hole().await.expect("a full queue");
    let silent = FaultServer::builder()
        .on_connect(|_| Reply::new().hold())
        .start()
        .await
        .expect("a server");
    let tls = silent.origin().replace("http://", "https://");
    let attempt: fn(_) -> _ =
        |client: comm100::ClientBuilder| client.attempt_timeout(Duration::from_millis(150));
    let call: fn(_) -> _ =
        |client: comm100::ClientBuilder| client.timeout(Duration::from_millis(150));
    let unsent = |attempts| failure(ErrorKind::Timeout, Sent::No, attempts).requests(0);
    run(vec![
        Case::origin("TCP, an attempt's end", hole.clone())
            .with(attempt)
            .all(unsent(3)),
        Case::origin("TCP, the call's end", hole)
            .with(call)
            .all(unsent(1)),
        Case::origin("TLS, an attempt's end", tls.clone())
            .with(attempt)
            .all(unsent(3)),
        Case::origin("TLS, the call's end", tls)
            .with(call)
            .all(unsent(1)),
    ])
    .await;
}

/// Host, port and cause, without the path.
#[tokio::test]
async fn the_error_of_a_connection_names_host_port_and_cause() {
    let refused = refused_origin().await.expect("a free port");
    let (hole, _queue) = black_hole().await.expect("a full queue");
    for (origin, before, after) in [
        (refused, "could not connect to ", ": connection refused"),
        (hole, "timed out while connecting to ", ""),
    ] {
        let client = crate::builder(&origin)
            .expect("an origin")
            .timeout(Duration::from_millis(300))
            .build()
            .expect("a client");
        let error = client.read("1").await.expect_err("no connection");
        let address = origin.trim_start_matches("http://");
        let place = "GET livechat/faults/{id}";
        let expected = format!("{place}: {before}{address}{after}; nothing was sent");
        assert_eq!(error.to_string(), expected);
    }
    let client = crate::builder("https://no-such-host.invalid")
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = client.read("1").await.expect_err("no host");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    let text = error.to_string();
    assert!(
        text.contains("could not connect to no-such-host.invalid:443: "),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_breaks() {
    let broken = |name, reply: Reply| {
        Case::reply(name, reply)
            .repeatable(failure(ErrorKind::Transport, Sent::Maybe, 3))
            .once(failure(ErrorKind::Transport, Sent::Maybe, 1))
    };
    let half = |name, reply: Reply| {
        Case::reply(name, reply)
            .repeatable(failure(ErrorKind::Transport, Sent::Yes, 3).status(200))
            .once(failure(ErrorKind::Transport, Sent::Yes, 1).status(200))
    };
    let unread = |name, reply: Reply| {
        Case::connect(name, reply)
            .repeatable(failure(ErrorKind::Transport, Sent::Maybe, 3).requests(0))
            .once(failure(ErrorKind::Transport, Sent::Maybe, 1).requests(0))
    };
    run(vec![
        unread("closed as it is accepted", Reply::new().close()),
        broken("reset before the head", Reply::new().reset()),
        broken("closed before the head", Reply::new().close()),
        broken("reset within the head", Reply::raw(&HEAD[..20]).reset()),
        broken("closed within the head", Reply::raw(&HEAD[..20]).close()),
        half("reset after the head", Reply::raw(HEAD).reset()),
        half(
            "reset within the body",
            Reply::raw(HEAD).write(&BODY[..5]).reset(),
        ),
        half(
            "closed within the body",
            Reply::raw(HEAD).write(&BODY[..15]).close(),
        ),
        half(
            "closed within a chunk",
            Reply::head(200, &[("transfer-encoding", "chunked")])
                .write("10\r\n{\"val")
                .close(),
        ),
        half(
            "closed between chunks",
            Reply::head(200, &[("transfer-encoding", "chunked")])
                .chunk(BODY)
                .close(),
        ),
        half(
            "a chunk without a length",
            Reply::head(200, &[("transfer-encoding", "chunked")])
                .write("zz\r\nnothing\r\n")
                .hold(),
        ),
        half(
            "a chunk of impossible length",
            Reply::head(200, &[("transfer-encoding", "chunked")])
                .write("fffffffffffffffffffff\r\nnothing\r\n")
                .hold(),
        ),
    ])
    .await;
}

/// The reset may arrive before the connection is used: then nothing was sent.
#[tokio::test]
async fn a_connection_that_is_reset_as_it_is_accepted() {
    for kind in Kind::ALL {
        let server = FaultServer::builder()
            .on_connect(|_| Reply::new().reset())
            .start()
            .await
            .expect("a server");
        let client = crate::builder(server.origin())
            .and_then(comm100::ClientBuilder::build)
            .expect("a client");
        let error = kind.call(&client, "1").await.expect_err("no answer");
        match error.kind() {
            ErrorKind::Connect if kind.is_idempotent() => assert_ne!(error.sent(), Sent::Yes),
            ErrorKind::Connect => assert_eq!((error.sent(), error.attempts()), (Sent::No, 3)),
            ErrorKind::Transport => assert_eq!(error.sent(), Sent::Maybe),
            other => panic!("{other:?}"),
        }
        assert_eq!(server.received().len(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_survives_what_breaks_once_and_a_write_is_not_repeated() {
    let faults = [
        Reply::new().reset(),
        Reply::raw(HEAD).write(&BODY[..5]).close(),
        Reply::status(503, ""),
        Reply::status(502, "<html>bad gateway</html>"),
    ];
    let cases = faults.map(|fault| {
        Case::replies("once broken, then well", [fault.clone(), Reply::ok()]).repeatable(success(2))
    });
    let twice = Case::replies(
        "twice broken, then well",
        [Reply::new().reset(), Reply::status(503, ""), Reply::ok()],
    )
    .repeatable(success(3));
    run(cases.into_iter().chain([twice]).collect()).await;
}

/// The server closes a connection that the client keeps idle, at the moment a
/// write takes it: the write arrives once, on another connection, or not at all.
#[tokio::test(flavor = "multi_thread")]
async fn an_idle_connection_that_ends_as_a_write_begins() {
    for kind in [Kind::Create, Kind::Replace] {
        for _ in 0..20 {
            let gate = Gate::new();
            let closing = gate.clone();
            let server = FaultServer::builder()
                .on_request(move |number, _| match number {
                    0 => Reply::ok().gate(&closing).close(),
                    _ => Reply::ok(),
                })
                .start()
                .await
                .expect("a server");
            let client = crate::builder(server.origin())
                .and_then(comm100::ClientBuilder::build)
                .expect("a client");
            client.read("1").await.expect("an answer");
            gate.open();
            let outcome = kind.call(&client, "2").await;
            let writes = server.received().len() - 1;
            match outcome {
                Ok(_) => assert_eq!(writes, 1, "{kind:?}"),
                Err(error) => {
                    assert_eq!(
                        (error.sent(), writes),
                        (Sent::Maybe, 0),
                        "{kind:?}: {error:?}"
                    );
                }
            }
        }
    }
}

/// A URL that no server accepts is rejected before a connection is made.
#[tokio::test]
async fn a_url_that_is_too_long_for_a_request() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    client.read(&"x".repeat(64_000)).await.expect("a long URL");
    let error = client
        .read(&"x".repeat(70_000))
        .await
        .expect_err("too long");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 0));
    assert!(error.to_string().len() < 200, "{error}");
    client
        .create(&"x".repeat(1 << 20))
        .await
        .expect("a large form");
    assert_eq!(server.received().len(), 2);
}
