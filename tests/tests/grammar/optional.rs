//! Responses that may be absent: 204, an empty body and `null`.

use comm100::{ErrorKind, Result, api};
use comm100_tests::recorder::{Recorder, response};
use serde::de::DeserializeOwned;

use crate::client;

#[api(path = "tickets")]
trait Tickets {
    #[get("{id}")]
    async fn find(&self, id: u8) -> Result<Option<u64>>;

    #[get("{id}")]
    async fn list(&self, id: u8) -> Result<Vec<u64>>;

    #[get("{id}")]
    async fn any<T: DeserializeOwned + Send>(&self, id: u8) -> Result<T>;
}

async fn server() -> Recorder {
    Recorder::start(|request| match request.target().rsplit('/').next() {
        Some("0") => response(204, "text/plain", b""),
        Some("1") => response(200, "application/json", b""),
        Some("2") => response(200, "application/json", b" null\n"),
        Some("3") => response(200, "application/json", b"7"),
        Some("4") => response(404, "application/json", b"null"),
        _ => response(200, "application/json", b"[1,2]"),
    })
    .await
}

#[tokio::test]
async fn an_option_is_none_without_content() {
    let recorder = server().await;
    let client = client(&recorder);
    for id in 0..3 {
        assert_eq!(client.find(id).await.expect("no content"), None);
    }
    assert_eq!(client.find(3).await.expect("a number"), Some(7));
    let error = client.find(4).await.expect_err("404");
    assert_eq!(error.kind(), ErrorKind::Api);
    let error = client.find(5).await.expect_err("a list");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn null_is_an_empty_list() {
    let recorder = server().await;
    let client = client(&recorder);
    assert_eq!(client.list(5).await.expect("a list"), [1, 2]);
    assert_eq!(client.list(2).await.expect("null"), [0_u64; 0]);
    for id in [0, 1, 3] {
        let error = client.list(id).await.expect_err("no list");
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    }
}

#[tokio::test]
async fn a_generic_response_is_plain_json() {
    let recorder = server().await;
    let client = client(&recorder);
    let found = client.any::<Option<u64>>(2).await.expect("null");
    assert_eq!(found, None);
    let error = client.any::<Option<u64>>(1).await.expect_err("no JSON");
    assert_eq!(error.kind(), ErrorKind::Decode);
}
