//! The parser alone, over bodies that are there already: the floor of every
//! client. It sends nothing.

use serde::de::DeserializeOwned;

use crate::bodies;
use crate::model::{Chat, ChatPage, Department};
use crate::workload::Peer;

pub struct Parser {
    chat: Vec<u8>,
    departments: Vec<u8>,
    created: Vec<u8>,
    page: Vec<u8>,
}

/// One check of UTF-8 for all, which is the cheapest way into `serde_json`.
fn json<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<T> {
    serde_json::from_str(std::str::from_utf8(body).expect("the bodies are text"))
}

impl Peer for Parser {
    type Error = serde_json::Error;

    fn new(_: &str) -> Self {
        Self {
            chat: bodies::chat().into(),
            departments: bodies::departments().into(),
            created: bodies::created().into(),
            page: bodies::page(1, 1, 50).into(),
        }
    }

    async fn chat(&self, _: &str) -> serde_json::Result<Chat> {
        json(&self.chat)
    }

    async fn departments(&self) -> serde_json::Result<Vec<Department>> {
        json(&self.departments)
    }

    async fn post(&self, _: &str, _: &str, _: &str) -> serde_json::Result<Department> {
        json(&self.created)
    }

    async fn list(&self, _: &str, _: &str, _: &str, _: u32) -> serde_json::Result<ChatPage> {
        json(&self.page)
    }
}
