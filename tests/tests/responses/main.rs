//! Bodies become values, `<code, message>`, or a clear error that keeps status and bytes.

mod errors;
mod values;

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use comm100::{Reply, Result, api};
use comm100_tests::recorder::{Recorder, response};
use serde::Deserialize;

#[derive(Debug, Deserialize, PartialEq)]
struct Chat {
    id: u64,
    start_time: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct ChatList {
    chats: Vec<Chat>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Marked {
    error_code: i64,
    error_message: String,
}

impl Reply for Marked {
    type Body = Self;

    fn accept(wire: Self, path: &str) -> std::result::Result<Self, (i64, String)> {
        assert_eq!(path, "/api/v1/livechat/marked");
        match wire.error_code {
            0 => Ok(wire),
            code => Err((code, wire.error_message)),
        }
    }
}

#[api(path = "livechat")]
trait Chats {
    #[get("chats")]
    async fn list(&self) -> Result<ChatList>;
    #[get("chats/{id}")]
    async fn get(&self, id: u64) -> Result<Chat>;
    #[get("text")]
    async fn text(&self) -> Result<String>;
    #[get("bytes")]
    async fn bytes(&self) -> Result<Bytes>;
    #[delete("nothing")]
    async fn nothing(&self) -> Result<()>;
    #[post("marked", idempotent = false)]
    async fn mark(&self, #[form] name: &str) -> Result<Marked>;
}

/// Their type is what counts, not how it is written.
type Maybe<T> = Option<T>;
type Chats2 = Vec<Chat>;

#[api(path = "livechat/rare")]
trait Rare {
    #[get("chat")]
    async fn current(&self) -> Result<Maybe<Chat>>;
    #[get("word")]
    async fn word(&self) -> Result<Option<String>>;
    #[get("chats")]
    async fn all(&self) -> Result<Chats2>;
    #[get("chats/nested")]
    async fn nested(&self) -> Result<Option<Vec<Chat>>>;
    #[get("any")]
    async fn any<T: serde::de::DeserializeOwned>(&self) -> Result<T>;
    #[get("any/list")]
    async fn any_list<T: serde::de::DeserializeOwned>(&self) -> Result<Vec<T>>;
}

/// A server whose next responses are set one at a time.
struct Scripted {
    recorder: Recorder,
    answer: Arc<Mutex<Vec<u8>>>,
}

impl Scripted {
    async fn start() -> Self {
        let answer = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&answer);
        let recorder = Recorder::start(move |_| shared.lock().unwrap().clone()).await;
        Self { recorder, answer }
    }

    fn client(&self) -> comm100::Client {
        self.recorder.builder().build().unwrap()
    }

    fn set(&self, status: u16, body: &[u8]) {
        *self.answer.lock().unwrap() = response(status, "application/json", body);
    }
}
