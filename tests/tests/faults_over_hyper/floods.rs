//! Floods that never reach the call. reqwest allows no layer between its connections and hyper, so that
//! only the lean transport can stop them.

use bytes::Bytes;
use comm100::{ErrorKind, Sent};
use comm100_tests::fault::{Reply, Step};
use comm100_tests::flood::meet;

fn endless(bytes: &str) -> Step {
    let repeated = bytes.repeat(65_536 / bytes.len());
    Step::Repeat(Bytes::from(repeated), 1_000_000)
}

#[test]
fn early_responses_without_end() {
    let flood = endless("HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n");
    let error = meet(Reply::new().step(flood), crate::builder);
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Transport, Sent::Maybe)
    );
}

#[test]
fn the_size_of_a_chunk_without_end() {
    for digits in ["0", "1 ", "\t"] {
        let head = Reply::head(200, &[("transfer-encoding", "chunked")]);
        let error = meet(head.write("0").step(endless(digits)), crate::builder);
        assert_eq!(
            (error.kind(), error.sent()),
            (ErrorKind::Transport, Sent::Yes),
            "{digits:?}"
        );
    }
}

#[test]
fn trailers_without_end() {
    let head = Reply::head(200, &[("transfer-encoding", "chunked")]);
    let error = meet(
        head.write("0\r\n").step(endless("x: y\r\n")),
        crate::builder,
    );
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Transport, Sent::Yes)
    );
}
