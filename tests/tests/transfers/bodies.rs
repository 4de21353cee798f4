//! Raw bodies and the parts of a multipart form, byte for byte, over both transports.

use bytes::Bytes;
use comm100::{ErrorKind, Part, Result, api};
use comm100_tests::recorder::Recorder;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

use crate::builders;

#[api(path = "files")]
trait Files {
    #[put("{id}")]
    async fn upload(&self, id: u64, #[body] content: &[u8]) -> Result<()>;

    #[post("table")]
    async fn import(&self, #[body("text/csv")] table: String) -> Result<()>;

    #[post("text")]
    async fn note(&self, #[body] text: Option<&str>) -> Result<()>;

    #[post("bytes")]
    async fn bytes(
        &self,
        #[body] content: Bytes,
        #[header("Content-Type")] kind: &str,
    ) -> Result<()>;

    #[post("parts")]
    async fn attach(
        &self,
        #[part] subject: &str,
        #[part(rename = "file")] content: Part,
        #[part] size: Option<u64>,
    ) -> Result<()>;
}

#[tokio::test]
async fn a_raw_body_is_sent_as_it_is() {
    let recorder = Recorder::json("{}").await;
    for builder in builders(recorder.origin()) {
        let client = builder.build().expect("a client");
        client.upload(1, &[0, 255, 10]).await.expect("a response");
        let request = recorder.take();
        assert_eq!(request.body, [0, 255, 10]);
        assert_eq!(request.header("content-type"), ["application/octet-stream"]);
        assert_eq!(request.header("content-length"), ["3"]);

        client.import("a,b".to_owned()).await.expect("a response");
        let request = recorder.take();
        assert_eq!(request.text(), "a,b");
        assert_eq!(request.header("content-type"), ["text/csv"]);

        client.note().text("é").await.expect("a response");
        let request = recorder.take();
        assert_eq!(request.text(), "é");
        assert_eq!(
            request.header("content-type"),
            ["text/plain; charset=utf-8"]
        );

        client.note().await.expect("a response");
        let request = recorder.take();
        assert!(request.body.is_empty());
        assert!(request.header("content-type").is_empty());

        let call = client.bytes(Bytes::from_static(b"x"), "image/png");
        call.await.expect("a response");
        assert_eq!(recorder.take().header("content-type"), ["image/png"]);
    }
}

#[tokio::test]
async fn parts_are_written_in_the_declared_order() {
    let recorder = Recorder::json("{}").await;
    for builder in builders(recorder.origin()) {
        let client = builder.build().expect("a client");
        let part = Part::bytes(b"\x00x".to_vec())
            .file_name("a.bin")
            .content_type("image/png");
        let call = client.attach("a b", part).size(2);
        call.await.expect("a response");
        let request = recorder.take();
        let content_type = request.header("content-type").concat();
        let boundary = content_type
            .strip_prefix("multipart/form-data; boundary=")
            .expect("a boundary");
        let body = String::from_utf8_lossy(&request.body).into_owned();
        let parts: Vec<&str> = body.split(boundary).collect();
        assert_eq!(parts.len(), 5, "{body}");
        assert!(parts[1].contains("name=\"subject\"") && parts[1].contains("a b"));
        assert!(parts[2].contains("name=\"file\"") && parts[2].contains("filename=\"a.bin\""));
        assert!(parts[2].contains("image/png") && parts[2].contains("\u{0}x"));
        assert!(parts[3].contains("name=\"size\"") && parts[3].contains('2'));
        let length = request.body.len().to_string();
        assert_eq!(request.header("content-length"), [length.as_str()]);
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_is_an_error_before_anything_is_sent() {
    let recorder = Recorder::json("{}").await;
    for builder in builders(recorder.origin()) {
        let client = builder.build().expect("a client");
        let missing = client.attach("x", Part::file("/no/such/file"));
        let error = missing.await.expect_err("no file");
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(recorder.requests().is_empty());
    }
}

/// A call that gives up ends its connection: what it has not sent yet is not sent afterwards.
#[tokio::test]
async fn a_write_that_is_given_up_is_not_sent_to_its_end() {
    // Much more than the system keeps of a connection.
    const LENGTH: usize = 96 << 20;
    let content = Bytes::from(vec![b'x'; LENGTH]);
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    for builder in builders(&origin) {
        let client = builder.build().expect("a client");
        let part = Part::bytes(content.clone());
        let calls = [
            client.bytes(content.clone(), "text/plain").send(),
            client.attach("large", part).send(),
        ];
        for call in calls {
            let sending = tokio::spawn(call);
            let (mut connection, _) = listener.accept().await.expect("a connection");
            connection.read_u8().await.expect("a request");
            sending.abort();
            assert!(sending.await.expect_err("given up").is_cancelled());
            let mut rest = Vec::new();
            let outcome = connection.read_to_end(&mut rest).await;
            assert!(rest.len() < LENGTH, "{outcome:?}");
        }
    }
}
