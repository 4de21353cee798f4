//! Endpoints that return nothing: their success needs no body.

use std::io::Write as _;
use std::time::Duration;

use comm100::{Client, ErrorKind, Result, api};
use comm100_tests::fault::{FaultServer, Reply, Step};
use flate2::Compression;
use flate2::write::GzEncoder;
use tokio::task::JoinSet;

use crate::table::PATIENCE;

#[api(path = "livechat/faults")]
trait Clearing {
    #[delete("{id}")]
    async fn clear(&self, id: &str) -> Result<()>;
}

fn bomb() -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b' '; 1 << 20]).expect("in memory");
    encoder.finish().expect("in memory")
}

fn client(server: &FaultServer) -> Client {
    crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(PATIENCE)
        .max_response_bytes(1000)
        .build()
        .expect("a client")
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_body_is_the_call_succeeded_and_is_not_repeated() {
    let coded =
        |coding: &str, body: &[u8]| Reply::with_headers(200, &[("content-encoding", coding)], body);
    let endless = Step::Repeat(bytes::Bytes::from(vec![b'x'; 1 << 20]), u64::MAX);
    let drip = Step::Drip(
        bytes::Bytes::from(vec![b'x'; 1000]),
        Duration::from_millis(20),
    );
    let cases = [
        ("204", Reply::head(204, &[])),
        ("empty", Reply::status(200, "")),
        ("JSON", Reply::ok()),
        ("HTML", Reply::status(200, "<html></html>")),
        ("invalid UTF-8", Reply::status(200, b"\xff\xfe")),
        (
            "cut short",
            Reply::head(200, &[("content-length", "100")])
                .write("{")
                .close(),
        ),
        (
            "reset",
            Reply::head(200, &[("content-length", "100")])
                .write("{")
                .reset(),
        ),
        (
            "a broken chunk",
            Reply::head(200, &[("transfer-encoding", "chunked")])
                .write("zz\r\n")
                .close(),
        ),
        ("an unknown coding", coded("br", b"\x0b\x02\x80")),
        ("broken gzip", coded("gzip", b"no gzip")),
        ("a bomb", coded("gzip", &bomb())),
        ("over the cap", Reply::status(200, vec![b'x'; 100_000])),
        ("without end", Reply::head(200, &[]).step(endless)),
        (
            "never sent",
            Reply::head(200, &[("content-length", "100")]).hold(),
        ),
        (
            "dripping",
            Reply::head(200, &[("content-length", "1000")]).step(drip),
        ),
    ];
    let mut calls = JoinSet::new();
    for (name, reply) in cases {
        let server = FaultServer::replies([reply, Reply::status(404, "")])
            .await
            .expect("a server");
        calls.spawn(async move {
            let response = client(&server).clear("1").send_with_response().await;
            let response = response.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(response.attempts(), 1, "{name}");
            assert_eq!(server.received().len(), 1, "{name}");
        });
    }
    calls.join_all().await;
}

#[tokio::test]
async fn an_error_stays_one() {
    let server = FaultServer::replies([Reply::status(404, "")])
        .await
        .expect("a server");
    let error = client(&server).clear("1").await.expect_err("404");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_not_found());
}
