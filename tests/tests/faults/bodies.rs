//! Responses whose body is too large, broken, or not as declared.

use std::io::Write as _;
use std::time::{Duration, Instant};

use bytes::Bytes;
use comm100::{ErrorKind, Sent};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::fault::{FaultServer, Reply, Step};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::table::{Case, failure, run, success};

/// The most that a server may send beyond the cap: Linux buffers up to 36 MB.
const SLACK: u64 = 40 << 20;
const MEGABYTE: usize = 1 << 20;
const PLAIN: &[u8] = br#"{"value":"done"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn not_what_was_declared() {
    let deep = "[".repeat(100_000);
    let deep_value = format!(r#"{{"value":{deep}"#);
    let undeclared = |name, body: &[u8]| {
        Case::reply(name, Reply::status(200, body))
            .all(failure(ErrorKind::Decode, Sent::Yes, 1).status(200))
    };
    run(vec![
        undeclared("an empty 200", b""),
        undeclared(
            "a login page",
            b"<!DOCTYPE html><html><body>Please log in</body></html>",
        ),
        undeclared("text", b"done"),
        undeclared("JSON that ends early", br#"{"value":"do"#),
        undeclared(
            "bytes behind the JSON",
            br#"{"value":"done"} {"value":"more"}"#,
        ),
        undeclared("a key twice", br#"{"value":"done","value":"again"}"#),
        undeclared("no key", b"{}"),
        undeclared("null", b"null"),
        undeclared("another type", br#"{"value":7}"#),
        undeclared("invalid UTF-8", b"{\"value\":\"\xff\xfe\"}"),
        Case::reply(
            "half of a character",
            Reply::status(200, br#"{"value":"\ud800"}"#),
        )
        .all(success(1)),
        undeclared("half of a character and no end", br#"{"value":"\ud800""#),
        undeclared("100,000 levels", deep.as_bytes()),
        undeclared("100,000 levels within", deep_value.as_bytes()),
        Case::reply("204", Reply::head(204, &[]))
            .all(failure(ErrorKind::Decode, Sent::Yes, 1).status(204)),
        Case::reply("205 with a length", Reply::with_headers(205, &[], ""))
            .all(failure(ErrorKind::Decode, Sent::Yes, 1).status(205)),
        Case::reply(
            "a byte-order mark",
            Reply::status(200, b"\xef\xbb\xbf{\"value\":\"done\"}"),
        )
        .all(success(1)),
        Case::reply(
            "another status of success",
            Reply::status(299, r#"{"value":"done"}"#),
        )
        .all(success(1)),
        Case::reply(
            "a body without a length",
            Reply::head(200, &[]).write(r#"{"value":"done"}"#).close(),
        )
        .all(success(1)),
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn larger_than_the_cap() {
    let part = Bytes::from(vec![b' '; MEGABYTE]);
    let mut chunk = format!("{MEGABYTE:x}\r\n").into_bytes();
    chunk.extend_from_slice(&part);
    chunk.extend_from_slice(b"\r\n");
    let chunk = Bytes::from(chunk);
    let repeat = |head: Reply, part: &Bytes| head.step(Step::Repeat(part.clone(), 100));
    let capped = |case: Case, cap: u64| {
        case.on(
            &[Kind::Read, Kind::Create],
            failure(ErrorKind::TooLarge, Sent::Yes, 1).status(200),
        )
        .most_written(cap + SLACK)
    };
    let length = (100 * MEGABYTE).to_string();
    let announced = Reply::head(200, &[("content-length", &length)]);
    let chunked = Reply::head(200, &[("transfer-encoding", "chunked")]);
    let small: fn(_) -> _ = |client: comm100::ClientBuilder| client.max_response_bytes(100_000);
    run(vec![
        capped(
            Case::reply("100 MB, announced", repeat(announced.clone(), &part)),
            0,
        ),
        capped(
            Case::reply("100 MB in chunks", repeat(chunked.clone(), &chunk)),
            32 << 20,
        ),
        capped(
            Case::reply("100 MB till the end", repeat(Reply::head(200, &[]), &part)),
            32 << 20,
        ),
        capped(
            Case::reply("a small cap", repeat(chunked, &chunk)).with(small),
            100_000,
        ),
        capped(
            Case::reply(
                "8 EB, announced",
                Reply::head(200, &[("content-length", "9223372036854775807")]).hold(),
            ),
            0,
        ),
        Case::reply(
            "as large as the cap",
            Reply::status(200, r#"{"value":"done"}"#),
        )
        .with(|client| client.max_response_bytes(16))
        .all(success(1)),
        Case::reply("one byte more", Reply::status(200, r#"{"value":"done"} "#))
            .with(|client| client.max_response_bytes(16))
            .all(failure(ErrorKind::TooLarge, Sent::Yes, 1).status(200)),
    ])
    .await;
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(body).expect("a vector takes all");
    encoder.finish().expect("a vector takes all")
}

/// The words of a compressed error are read, also if its end is missing.
#[tokio::test]
async fn a_compressed_error() {
    let body = gzip(br#"{"code":400001,"message":"No name."}"#);
    for length in [body.len(), body.len() - 8] {
        let coding = &[("content-encoding", "gzip")];
        let refusal = Reply::with_headers(400, coding, &body[..length]);
        let server = FaultServer::replies([refusal]).await.expect("a server");
        let client = crate::builder(server.origin()).expect("an origin").build();
        let error = client.expect("a client").create("1").await;
        let error = error.expect_err("400");
        assert_eq!(
            (error.code(), error.message()),
            (Some(400_001), Some("No name."))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn compressed() {
    let answer =
        |coding, body: &[u8]| Reply::with_headers(200, &[("content-encoding", coding)], body);
    let good = gzip(br#"{"value":"done"}"#);
    let mut flipped = good.clone();
    let checksum = flipped.len() - 6;
    flipped[checksum] ^= 1;
    let empty = gzip(b"").repeat(1_500_000);
    // A thousand times as large as it looks.
    let bomb = gzip(&vec![b' '; 8 * MEGABYTE]);
    let small: fn(_) -> _ = |client: comm100::ClientBuilder| client.max_response_bytes(100_000);
    let broken = |name, reply| {
        Case::reply(name, reply).all(failure(ErrorKind::Decode, Sent::Yes, 1).status(200))
    };
    run(vec![
        Case::reply("gzip", answer("gzip", &good)).all(success(1)),
        Case::reply(
            "gzip of nothing",
            Reply::with_headers(204, &[("content-encoding", "gzip")], ""),
        )
        .all(failure(ErrorKind::Decode, Sent::Yes, 1).status(204)),
        broken("no gzip at all", answer("gzip", br#"{"value":"done"}"#)),
        broken(
            "gzip that ends early",
            answer("gzip", &good[..good.len() - 12]),
        ),
        broken("a wrong checksum", answer("gzip", &flipped)),
        broken("a coding not asked for", answer("br", b"\x0b\x07\x80")),
        broken("two codings", answer("gzip, gzip", &gzip(&good))),
        Case::reply("identity, gzip", answer("identity, gzip", &good)).all(success(1)),
        Case::reply(
            "gzip and zeros",
            answer("gzip", &[&good[..], &[0; 512]].concat()),
        )
        .all(success(1)),
        Case::reply(
            "gzip and a newline",
            answer("gzip", &[&good[..], b"\n"].concat()),
        )
        .all(success(1)),
        Case::reply("no coding", answer("none", PLAIN)).all(success(1)),
        Case::reply("a character set", answer("utf-8", PLAIN)).all(success(1)),
        Case::reply("gzip members without content", answer("gzip", &empty)).on(
            &[Kind::Read, Kind::Create],
            failure(ErrorKind::Decode, Sent::Yes, 1).status(200),
        ),
        Case::reply("a bomb", answer("gzip", &bomb)).with(small).on(
            &[Kind::Read, Kind::Create],
            failure(ErrorKind::TooLarge, Sent::Yes, 1).status(200),
        ),
        Case::reply(
            "a bomb as an error",
            Reply::with_headers(400, &[("content-encoding", "gzip")], &bomb),
        )
        .on(
            &[Kind::Read, Kind::Create],
            failure(ErrorKind::Api, Sent::Yes, 1).status(400),
        ),
    ])
    .await;
}

/// A body that takes long to decode does not outlive the deadline.
#[tokio::test]
async fn a_deadline_while_a_body_is_decoded() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(&vec![b' '; MEGABYTE])
        .expect("a vector takes all");
    let body = encoder.finish().expect("a vector takes all").repeat(8_000);
    let reply = Reply::with_headers(200, &[("content-encoding", "gzip")], body);
    let server = FaultServer::replies([reply]).await.expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .max_response_bytes(16 << 30)
        .timeout(Duration::from_millis(500))
        .build()
        .expect("a client");
    let started = Instant::now();
    let error = client.read("1").await.expect_err("too late");
    assert!(
        started.elapsed() < Duration::from_secs(3),
        "{:?}",
        started.elapsed()
    );
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Timeout, Sent::Yes)
    );
}

/// The caller gets the bytes and the coding's name, to find the cause.
#[tokio::test]
async fn a_body_in_another_coding_is_kept() {
    let server = FaultServer::replies([Reply::with_headers(
        200,
        &[("content-encoding", "utf-8, BR")],
        b"\x0b\x07\x80",
    )])
    .await
    .expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = client.read("1").await.expect_err("not decoded");
    assert_eq!(
        error.body().map(|body| &body[..]),
        Some(&b"\x0b\x07\x80"[..])
    );
    assert!(error.to_string().contains("`br`"), "{error}");
}

/// The caller gets the bytes and the position of the error, to find the cause.
#[tokio::test]
async fn a_body_that_cannot_be_read_is_kept() {
    let page = "<html>Please log in</html>";
    let server = FaultServer::replies([Reply::status(200, page)])
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = client.read("1").await.expect_err("no JSON");
    assert_eq!(error.body().map(|body| &body[..]), Some(page.as_bytes()));
    assert!(error.to_string().contains("HTML"), "{error}");
    assert!(!error.to_string().contains("log in"), "{error}");
}
