//! Error responses.

use std::time::Duration;

use bytes::Bytes;
use comm100::{Credentials, ErrorKind, Sent};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::client::EMAIL;
use comm100_tests::fault::{FaultServer, Reply, Step};

use crate::table::{Case, PATIENCE, failure, run};

const REPEATED: [u16; 5] = [408, 429, 502, 503, 504];
const FINAL: [u16; 12] = [400, 401, 403, 404, 405, 409, 410, 413, 422, 451, 501, 505];

#[tokio::test(flavor = "multi_thread")]
async fn which_statuses_are_tried_again() {
    let answered = |status, attempts| failure(ErrorKind::Api, Sent::Yes, attempts).status(status);
    let repeated = REPEATED.map(|status| {
        Case::reply("a status of passing trouble", Reply::status(status, ""))
            .repeatable(answered(status, 3))
            .once(answered(status, 1))
    });
    let last = FINAL.map(|status| {
        Case::reply("a status that stays", Reply::status(status, "")).all(answered(status, 1))
    });
    let cases = [
        Case::reply("500", Reply::status(500, "{}"))
            .on(&[Kind::Read], answered(500, 3))
            .on(&[Kind::Replace, Kind::Remove, Kind::Mark], answered(500, 1))
            .once(answered(500, 1)),
        Case::reply("a status of no class", Reply::status(799, "")).all(answered(799, 1)),
    ];
    run(repeated.into_iter().chain(last).chain(cases).collect()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_body_is_the_status_is_kept() {
    let answered = failure(ErrorKind::Api, Sent::Yes, 1).status(403);
    let case = |name, reply| {
        Case::reply(name, reply)
            .with(|client| client.attempt_timeout(PATIENCE))
            .on(&[Kind::Read, Kind::Create], answered.clone())
            .most_written(16 << 20)
    };
    let part = Bytes::from(vec![b'x'; 1 << 20]);
    let length = (100 << 20).to_string();
    let huge =
        Reply::head(403, &[("content-length", &length)]).step(Step::Repeat(part.clone(), 100));
    let endless = Reply::head(403, &[]).step(Step::Repeat(part, u64::MAX));
    let drip = Step::Drip(Bytes::from(vec![b'x'; 1000]), Duration::from_millis(20));
    run(vec![
        case(
            "HTML",
            Reply::status(403, "<html><title>403</title></html>"),
        ),
        case("empty", Reply::status(403, "")),
        case(
            "the documented form",
            Reply::status(403, r#"{ code: 403000, message: "Permission denied." }"#),
        ),
        case("invalid UTF-8", Reply::status(403, b"\xff\xfe{\"code\":1}")),
        case(
            "broken gzip",
            Reply::with_headers(403, &[("content-encoding", "gzip")], "no gzip"),
        ),
        case("100,000 levels", Reply::status(403, "[".repeat(100_000))),
        case(
            "100,000 levels of the documented form",
            Reply::status(403, format!("{{code:{}", "[".repeat(50_000))),
        ),
        case("100 MB", huge),
        case("without end", endless),
        case(
            "cut short",
            Reply::head(403, &[("content-length", "100")])
                .write("{")
                .close(),
        ),
        case(
            "reset",
            Reply::head(403, &[("content-length", "100")])
                .write("{")
                .reset(),
        ),
        case(
            "never sent",
            Reply::head(403, &[("content-length", "100")]).hold(),
        ),
        case(
            "dripping",
            Reply::head(403, &[("content-length", "1000")]).step(drip),
        ),
        case(
            "a broken chunk",
            Reply::head(403, &[("transfer-encoding", "chunked")])
                .write("zz\r\n")
                .hold(),
        ),
    ])
    .await;
}

#[tokio::test]
async fn what_came_of_a_broken_body_is_read() {
    let message = r#"{"code":400000,"message":"Parameter 'timeFrom' is required."}"#;
    let cut = Reply::head(400, &[("content-length", "1000")])
        .write(message)
        .close();
    let server = FaultServer::replies([cut]).await.expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = client.create("1").await.expect_err("400");
    assert_eq!(error.code(), Some(400_000));
    assert_eq!(error.message(), Some("Parameter 'timeFrom' is required."));
    assert_eq!(error.body().map(|body| &body[..]), Some(message.as_bytes()));
}

/// A proxy replaces a page by its own, and leaves the header of the first one.
#[tokio::test]
async fn an_error_that_is_not_encoded_as_its_header_says_is_read() {
    let message = r#"{"code":403000,"message":"Permission denied."}"#;
    for coding in ["gzip", "br"] {
        let reply = Reply::with_headers(403, &[("content-encoding", coding)], message);
        let server = FaultServer::replies([reply]).await.expect("a server");
        let client = crate::builder(server.origin())
            .and_then(comm100::ClientBuilder::build)
            .expect("a client");
        let error = client.create("1").await.expect_err("403");
        assert_eq!(error.code(), Some(403_000), "{coding}");
        assert_eq!(error.message(), Some("Permission denied."));
        assert_eq!(error.body().map(|body| &body[..]), Some(message.as_bytes()));
    }
}

#[tokio::test]
async fn a_rotated_key_serves_all_clones_from_the_next_attempt_on() {
    let server = FaultServer::builder()
        .on_request(|_, request| match request.header("authorization") {
            // agent@example.com:NEW-KEY
            Some("Basic YWdlbnRAZXhhbXBsZS5jb206TkVXLUtFWQ==") => Reply::ok(),
            _ => Reply::status(401, r#"{"code":401000,"message":"The API key is wrong."}"#),
        })
        .start()
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let clone = client.clone();
    let error = clone.read("1").await.expect_err("the old key");
    assert!(error.is_unauthorized());
    assert_eq!((error.attempts(), error.sent()), (1, Sent::Yes));
    client
        .set_credentials(Credentials::new(EMAIL, ""))
        .expect_err("an empty key");
    client
        .set_credentials(Credentials::new(EMAIL, "NEW-KEY"))
        .expect("a key");
    clone.read("1").await.expect("the new key");
    client.create("1").await.expect("the new key");
}
