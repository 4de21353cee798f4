//! `Download`: the body as it arrives.

use std::io::Read as _;
use std::time::{Duration, Instant};

use bytes::Bytes;
use comm100::{Client, ClientBuilder, Download, ErrorKind, Result, Sent, api};
use comm100_tests::fault::{FaultServer, Gate, Reply, Step};
use futures_util::{FutureExt as _, TryStreamExt as _};

use crate::builders;

#[api(path = "livechat/files")]
pub(crate) trait Files {
    #[get("{id}")]
    async fn download(&self, id: u64) -> Result<Download>;

    #[post("{id}/export")]
    async fn export(&self, id: u64) -> Result<Download>;
}

pub(crate) const MEGABYTE: usize = 1 << 20;

pub(crate) fn built(builder: ClientBuilder) -> Client {
    builder.build().expect("a client")
}

#[tokio::test]
async fn parts_arrive_before_the_whole_and_are_not_decoded() {
    let gate = Gate::new();
    let reply = Reply::head(
        200,
        &[
            ("transfer-encoding", "chunked"),
            ("content-encoding", "gzip"),
        ],
    )
    .chunk("first")
    .gate(&gate)
    .chunk("second")
    .write("0\r\n\r\n");
    let server = FaultServer::replies([reply]).await.expect("a server");
    for builder in builders(server.origin()) {
        let client = built(builder.max_in_flight(1));
        let mut download = client.download(7).await.expect("a head");
        assert_eq!(download.status(), 200);
        assert_eq!(download.headers()["content-encoding"], "gzip");
        // The call is over, for the statistics and for `max_in_flight`.
        assert_eq!(client.stats().succeeded(), 1);
        let other = client.download(8).await.expect("another place");
        drop(other);
        assert_eq!(download.try_next().await.unwrap().unwrap(), "first");
        gate.open();
        assert_eq!(download.try_next().await.unwrap().unwrap(), "second");
        assert_eq!(download.try_next().await.unwrap(), None);
        assert_eq!(download.try_next().await.unwrap(), None);
    }
    let request = &server.received()[0];
    assert_eq!(request.header("accept-encoding"), Some("identity"));
    assert_eq!(request.header("accept"), Some("*/*"));
}

#[tokio::test]
async fn it_is_retried_only_until_its_head_arrives() {
    for (reply, method_attempts) in [
        (Reply::status(503, ""), [2, 1]),
        (Reply::new().close(), [2, 1]),
    ] {
        let replies = [reply.clone(), Reply::status(200, "text")];
        for transport in 0..2 {
            let server = FaultServer::replies(replies.clone())
                .await
                .expect("a server");
            let client = built(
                builders(server.origin())
                    .into_iter()
                    .nth(transport)
                    .unwrap(),
            );
            let download = client
                .download(7)
                .send_with_response()
                .await
                .expect("a head");
            assert_eq!(download.attempts(), method_attempts[0]);
            let bytes = download.into_inner().bytes().await.expect("a body");
            assert_eq!(bytes, "text");
            let server = FaultServer::replies(replies.clone())
                .await
                .expect("a server");
            let client = built(
                builders(server.origin())
                    .into_iter()
                    .nth(transport)
                    .unwrap(),
            );
            let error = client.export(7).await.expect_err("a failure");
            assert_eq!(error.attempts(), method_attempts[1]);
        }
    }
    let cut = Reply::head(200, &[("content-length", "9")])
        .write("text")
        .close();
    let server = FaultServer::replies([cut]).await.expect("a server");
    for (number, builder) in builders(server.origin()).into_iter().enumerate() {
        let error = built(builder)
            .download(7)
            .await
            .expect("a head")
            .bytes()
            .await;
        let error = error.expect_err("an incomplete body");
        assert_eq!(
            (error.kind(), error.sent(), error.status(), error.attempts()),
            (
                ErrorKind::Transport,
                Sent::Yes,
                Some(http::StatusCode::OK),
                1
            )
        );
        assert_eq!(
            error.endpoint().unwrap().to_string(),
            "GET livechat/files/{id}"
        );
        let headers = error.headers().expect("the head");
        assert_eq!(headers["content-length"], "9");
        assert_eq!(server.received().len(), number + 1);
    }
}

#[tokio::test]
async fn it_has_the_status_of_its_response() {
    let server = FaultServer::replies([Reply::status(203, "text")])
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        let response = built(builder).download(7).send_with_response().await;
        let response = response.expect("a head");
        assert_eq!(response.status(), 203);
        assert_eq!(response.into_inner().status(), 203);
    }
}

#[tokio::test]
async fn a_refusal_is_an_error_of_the_call() {
    let server = FaultServer::replies([Reply::status(404, r#"{"code":4,"message":"Gone."}"#)])
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        let error = built(builder).download(7).await.expect_err("404");
        assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some(4)));
    }
}

#[tokio::test]
async fn each_wait_is_limited_and_the_whole_only_by_the_calls_own_timeout() {
    let slow = |parts| {
        let mut reply = Reply::head(200, &[("transfer-encoding", "chunked")]);
        for _ in 0..parts {
            reply = reply.step(Step::Drip(
                Bytes::from_static(b"1\r\nx\r\n"),
                Duration::from_millis(20),
            ));
        }
        reply
    };
    let server = FaultServer::builder()
        .on_request(move |_, request| match request.target() {
            "/api/v1/livechat/files/1" => slow(8).write("0\r\n\r\n"),
            "/api/v1/livechat/files/2" => slow(1).hold(),
            _ => slow(1_000),
        })
        .start()
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        // All of it takes longer than an attempt and than the client's timeout.
        let client = built(
            builder
                .attempt_timeout(Duration::from_millis(400))
                .timeout(Duration::from_millis(500)),
        );
        let download = client.download(1).await.expect("a head");
        assert_eq!(download.bytes().await.expect("a slow body"), "xxxxxxxx");
        let download = client.download(2).await.expect("a head");
        let error = download.bytes().await.expect_err("a silent body");
        assert_eq!(
            (error.kind(), error.sent()),
            (ErrorKind::Timeout, Sent::Yes)
        );
        let started = Instant::now();
        let download = client.download(3).timeout(Duration::from_millis(700));
        let error = download
            .await
            .expect("a head")
            .bytes()
            .await
            .expect_err("a deadline");
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(started.elapsed() >= Duration::from_millis(700));
        assert!(started.elapsed() < Duration::from_secs(5));
    }
}

/// The limit is that of the whole body, whether or not its length is announced.
#[tokio::test]
async fn the_bytes_that_are_kept_are_limited() {
    let chunked = || Reply::head(200, &[("transfer-encoding", "chunked")]).chunk("01234");
    let server = FaultServer::builder()
        .on_request(move |_, request| match request.target() {
            "/api/v1/livechat/files/1" => Reply::status(200, "0123456789"),
            "/api/v1/livechat/files/2" => chunked().chunk("56789").write("0\r\n\r\n"),
            "/api/v1/livechat/files/3" => chunked().chunk("56789x").write("0\r\n\r\n"),
            // Nothing of it is waited for.
            _ => Reply::head(200, &[("content-length", "11")]).hold(),
        })
        .start()
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        let client = built(builder.max_response_bytes(10));
        for id in [1, 2] {
            let download = client.download(id).await.expect("a head");
            assert_eq!(download.bytes().await.expect("a body"), "0123456789");
        }
        for id in [3, 4] {
            let download = client.download(id).await.expect("a head");
            let error = download.bytes().await.expect_err("eleven bytes");
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{id}");
        }
    }
}

#[test]
fn a_thread_without_a_runtime_reads_it() {
    let servers = tokio::runtime::Runtime::new().expect("a runtime");
    let body = vec![b'x'; 3 * MEGABYTE];
    let server = servers
        .block_on(FaultServer::replies([Reply::status(200, &body)]))
        .expect("a server");
    for builder in builders(server.origin()) {
        let client = built(builder);
        let mut read = Vec::new();
        let mut reader = client
            .download(7)
            .send_blocking()
            .expect("a head")
            .into_blocking();
        reader.read_to_end(&mut read).expect("a body");
        assert!(read == body);
    }
}

/// Outside of a runtime, a wait is an error.
#[test]
fn the_error_on_a_thread_without_a_runtime_has_the_remedy() {
    let servers = tokio::runtime::Runtime::new().expect("a runtime");
    let reply = Reply::head(200, &[("content-length", "10")]).hold();
    let server = servers
        .block_on(FaultServer::replies([reply]))
        .expect("a server");
    for builder in builders(server.origin()) {
        let client = built(builder);
        let download = || servers.block_on(client.download(7).send()).expect("a head");
        let mut stream = download();
        let next = stream.try_next().now_or_never().expect("no wait");
        let end = stream.try_next().now_or_never().expect("no wait");
        assert!(end.expect("the end").is_none());
        let bytes = download().bytes().now_or_never().expect("no wait");
        let path = std::env::temp_dir().join("comm100-without-a-runtime");
        let saved = download().save(&path).now_or_never().expect("no wait");
        assert!(!path.exists());
        for error in [next.map(drop), bytes.map(drop), saved.map(drop)] {
            let error = error.expect_err("no runtime");
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.to_string().contains("Tokio runtime"), "{error}");
        }
    }
}
