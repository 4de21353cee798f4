//! Multipart bodies, some of whose parts are files.

use std::error::Error as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use comm100::{ErrorKind, Part, Sent};
use comm100_tests::client;
use comm100_tests::fault::{FaultServer, Received, Reply};
use comm100_tests::uploads::Uploads as _;

use crate::builders;

/// A file that is removed at the end.
struct TestFile(PathBuf);

impl TestFile {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let name = format!("comm100-upload-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, content).expect("a file");
        Self(path)
    }

    fn part(&self) -> Part {
        Part::file(&self.0)
            .file_name("report.txt")
            .content_type("text/plain")
    }
}

impl Drop for TestFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The body as a text, with a boundary that is known; its announced length is right.
fn body(request: &Received) -> String {
    let content_type = request.header("content-type").expect("a type");
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .expect("a boundary");
    let length = request.header("content-length").expect("a length");
    assert_eq!(length, request.body.len().to_string());
    assert_eq!(request.header("transfer-encoding"), None);
    let text = String::from_utf8(request.body.clone()).expect("a text");
    text.replace(boundary, "BOUNDARY")
}

#[tokio::test]
async fn parts_arrive_in_their_order_with_a_length() {
    let file = TestFile::new("order.txt", "from a file");
    let server = FaultServer::builder().start().await.expect("a server");
    for (number, builder) in builders(server.origin()).into_iter().enumerate() {
        let client = builder.build().expect("a client");
        let note = Part::bytes("text").file_name("a.txt");
        // The order is the declared one, whatever the order of the setters.
        let call = client.upload_once(42).file(&file.part()).note(note).send();
        call.await.expect("an answer");
        let expected = "--BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"chat\"\r\n\r\n42\r\n\
            --BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"note\"; filename=\"a.txt\"\r\n\
            Content-Type: application/octet-stream\r\n\r\ntext\r\n\
            --BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"report.txt\"\r\n\
            Content-Type: text/plain\r\n\r\nfrom a file\r\n\
            --BOUNDARY--\r\n";
        assert_eq!(body(&server.received()[number]), expected);
    }
}

#[tokio::test]
async fn a_large_file_arrives_whole() {
    let content: Vec<u8> = (0..2_000_000_u32).flat_map(u32::to_le_bytes).collect();
    let file = TestFile::new("large.bin", &content);
    let server = FaultServer::builder().start().await.expect("a server");
    for builder in builders(server.origin()) {
        let client = builder.build().expect("a client");
        client
            .upload(42)
            .file(&file.part())
            .send()
            .await
            .expect("an answer");
        let request = server.received().pop().expect("a request");
        let found = request
            .body
            .windows(16)
            .position(|window| window == &content[..16]);
        let start = found.expect("the content");
        assert!(request.body[start..].starts_with(&content));
    }
}

#[tokio::test]
async fn each_attempt_opens_the_file_again() {
    let file = TestFile::new("again.txt", "first");
    let path = file.0.clone();
    let server = FaultServer::builder()
        .on_request(move |number, _| {
            std::fs::write(&path, format!("content {number}")).expect("a file");
            if number % 2 == 0 {
                Reply::status(503, "")
            } else {
                Reply::ok()
            }
        })
        .start()
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        let client = builder.build().expect("a client");
        let before = server.received().len();
        client
            .upload(42)
            .file(&file.part())
            .send()
            .await
            .expect("an answer");
        let received = server.received();
        assert_eq!(received.len(), before + 2);
        assert!(body(&received[before + 1]).contains(&format!("\r\n\r\ncontent {before}\r\n")));
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_sends_nothing() {
    let server = FaultServer::builder().start().await.expect("a server");
    let nowhere = std::env::temp_dir().join("comm100-no-such-file");
    for builder in builders(server.origin()) {
        let client = builder.daily_limit(10).build().expect("a client");
        let part = Part::file(&nowhere);
        let error = client.upload(42).file(&part).await.expect_err("no file");
        assert_eq!(
            (error.kind(), error.sent(), error.attempts()),
            (ErrorKind::Request, Sent::No, 0)
        );
        let text = client::shown(&error);
        assert!(
            text.contains("`file`") && !text.contains("no-such-file"),
            "{text}"
        );
        assert_eq!(client.quota().await.expect("a count").used(), 0);
        let stats = client.stats();
        assert_eq!(stats.failed_with(ErrorKind::Request), 1);
        assert_eq!((stats.failed(), stats.attempts()), (1, 0));
    }
    assert_eq!(server.counts().accepted, 0);
}

/// Opening a named pipe blocks until its other end is open.
#[cfg(unix)]
#[tokio::test]
async fn what_is_not_a_file_sends_nothing() {
    let server = FaultServer::builder().start().await.expect("a server");
    let pipe = std::env::temp_dir().join(format!("comm100-pipe-{}", std::process::id()));
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo runs").success());
    for builder in builders(server.origin()) {
        let client = builder.build().expect("a client");
        for path in [pipe.clone(), std::env::temp_dir()] {
            let error = client.upload(42).file(&Part::file(path)).await;
            let error = error.expect_err("not a file");
            assert_eq!(
                (error.kind(), error.sent(), error.attempts()),
                (ErrorKind::Request, Sent::No, 0)
            );
        }
    }
    std::fs::remove_file(pipe).expect("a pipe");
    assert_eq!(server.counts().accepted, 0);
}

#[tokio::test]
async fn a_write_that_breaks_off_is_not_repeated() {
    let file = TestFile::new("breaks.txt", "text");
    let server = FaultServer::replies([Reply::new().close()])
        .await
        .expect("a server");
    for (number, builder) in builders(server.origin()).into_iter().enumerate() {
        let client = builder.build().expect("a client");
        let error = client.upload_once(42).file(&file.part()).send().await;
        assert_eq!(error.expect_err("no answer").sent(), Sent::Maybe);
        assert_eq!(server.received().len(), number + 1);
    }
}

/// The network is not at fault, and the error does not say so.
#[tokio::test]
async fn a_file_that_becomes_shorter_is_named_as_the_cause() {
    // Much more than the system keeps of a connection.
    let file = TestFile::new("shorter.txt", vec![b'x'; 64 << 20]);
    let path = file.0.clone();
    let server = FaultServer::builder()
        .on_connect(move |_| {
            std::fs::write(&path, "short").expect("a file");
            Reply::new()
        })
        .start()
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        std::fs::write(&file.0, vec![b'x'; 64 << 20]).expect("a file");
        let client = builder.build().expect("a client");
        let error = client.upload_once(42).file(&file.part()).await;
        let error = error.expect_err("a shorter file");
        assert_eq!(
            (error.kind(), error.sent(), error.attempts()),
            (ErrorKind::Transport, Sent::Maybe, 1)
        );
        let text = error.to_string();
        let cause = "a file could not be read to its end: it became shorter while it was sent";
        assert!(text.contains(cause), "{text}");
        let causes = std::iter::successors(error.source(), |cause| (*cause).source());
        let last = causes.last().map(ToString::to_string);
        assert_eq!(last.as_deref(), cause.split(": ").last());
    }
    assert_eq!(server.received().len(), 0);
}

#[tokio::test]
async fn closures_get_the_bytes_and_a_shown_request_has_no_files() {
    let file = TestFile::new("closure.txt", "from a file");
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let client = client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .transport_fn(move |request| {
            sink.lock().expect("a lock").push(request);
            async { Ok(http::Response::new("")) }
        })
        .build()
        .expect("a client");
    client
        .upload(42)
        .file(&file.part())
        .send()
        .await
        .expect("an answer");
    let request = seen.lock().expect("a lock").pop().expect("a request");
    let text = String::from_utf8(request.body().to_vec()).expect("a text");
    assert!(text.contains("\r\n\r\nfrom a file\r\n"), "{text}");
    let shown = client.upload(42).note(Part::bytes("text")).request();
    let shown = shown.expect("a request");
    assert_eq!(
        shown.headers()["content-length"],
        shown.body().len().to_string()
    );
    let content_type = shown.headers()["content-type"].to_str().expect("a text");
    assert!(content_type.starts_with("multipart/form-data; boundary="));
    let error = client.upload(42).file(&file.part()).request();
    assert_eq!(error.expect_err("a file").kind(), ErrorKind::Request);
    let other = client.upload(42).header("content-type", "text/plain");
    assert_eq!(
        other.await.expect_err("the boundary").kind(),
        ErrorKind::Request
    );
}
