//! Servers that send nothing, too slowly, too much, or what is not HTTP.

use std::time::Duration;

use bytes::Bytes;
use comm100::{ClientBuilder, ErrorKind, Sent};
use comm100_tests::client;
use comm100_tests::fault::{Reply, Step};

use crate::table::{Case, PATIENCE, failure, run, success};

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n";
const BODY: &str = r#"{"value":"done"}"#;

/// Chunks of one byte, as fast as possible: the deadline is kept, and other tasks run.
#[test]
fn a_flood_of_small_chunks() {
    let flood = Bytes::from("1\r\n \r\n".repeat(10_000));
    let reply =
        Reply::head(200, &[("transfer-encoding", "chunked")]).step(Step::Repeat(flood, 1_000_000));
    let error = comm100_tests::flood::meet(reply, crate::builder);
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Timeout, Sent::Yes)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_silent_or_slow() {
    // A third attempt would wait like the second.
    let patience: fn(_) -> _ = |client: ClientBuilder| {
        let policy = client::policy().attempts(2);
        client.attempt_timeout(PATIENCE).retry(policy)
    };
    let drip = |bytes: &'static str| {
        Step::Drip(
            Bytes::from_static(bytes.as_bytes()),
            Duration::from_millis(300),
        )
    };
    let early = |case: Case, requests: [usize; 2]| {
        case.with(patience)
            .repeatable(failure(ErrorKind::Timeout, Sent::Maybe, 2).requests(requests[0]))
            .once(failure(ErrorKind::Timeout, Sent::Maybe, 1).requests(requests[1]))
    };
    let late = |case: Case| {
        case.with(patience)
            .repeatable(failure(ErrorKind::Timeout, Sent::Yes, 2).status(200))
            .once(failure(ErrorKind::Timeout, Sent::Yes, 1).status(200))
    };
    // Interim responses without end.
    let flood = Bytes::from_static(b"HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n");
    run(vec![
        early(
            Case::connect("accepted and never read", Reply::new().hold()),
            [0, 0],
        ),
        early(
            Case::reply("read and never answered", Reply::new().hold()),
            [2, 1],
        ),
        early(
            Case::reply("a head that drips", Reply::new().step(drip(HEAD))),
            [2, 1],
        ),
        early(
            Case::reply(
                "103 without end",
                Reply::new().step(Step::Every(flood.clone(), Duration::from_millis(1))),
            ),
            [2, 1],
        ),
        late(Case::reply(
            "a body that never comes",
            Reply::raw(HEAD).hold(),
        )),
        late(Case::reply(
            "a body that drips",
            Reply::raw(HEAD).step(drip(BODY)),
        )),
        late(Case::reply(
            "chunks without end",
            Reply::head(200, &[("transfer-encoding", "chunked")])
                .step(drip("1\r\n \r\n1\r\n \r\n1\r\n \r\n1\r\n \r\n1\r\n \r\n")),
        )),
        Case::reply(
            "some 103, then the answer",
            Reply {
                steps: [vec![Step::Repeat(flood, 500)], Reply::ok().steps].concat(),
            },
        )
        .all(success(1)),
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invalid_head() {
    let nonsense = |name, reply: Reply| {
        Case::reply(name, reply)
            .repeatable(failure(ErrorKind::Transport, Sent::Maybe, 3))
            .once(failure(ErrorKind::Transport, Sent::Maybe, 1))
            .most_written(8 << 20)
    };
    let large = format!(
        "HTTP/1.1 200 OK\r\nx-large: {}\r\n\r\n",
        "x".repeat(1 << 20)
    );
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "x-many: 1\r\n".repeat(10_000));
    run(vec![
        nonsense(
            "another protocol",
            Reply::raw("SSH-2.0-OpenSSH_9.2\r\n").hold(),
        ),
        nonsense(
            "an invalid status",
            Reply::raw("HTTP/1.1 999999 OK\r\n\r\n").hold(),
        ),
        nonsense(
            "a header without a name",
            Reply::raw("HTTP/1.1 200 OK\r\n: x\r\n\r\n").hold(),
        ),
        nonsense(
            "lengths that contradict each other",
            Reply::head(200, &[("content-length", "16"), ("content-length", "17")])
                .write(BODY)
                .hold(),
        ),
        nonsense(
            "an invalid length",
            Reply::head(200, &[("content-length", "-1")])
                .write(BODY)
                .hold(),
        ),
        nonsense(
            "the largest length",
            Reply::head(200, &[("content-length", "18446744073709551615")]).hold(),
        ),
        nonsense("a header of 1 MB", Reply::raw(large).hold()),
        nonsense("10,000 headers", Reply::raw(many).hold()),
    ])
    .await;
}
