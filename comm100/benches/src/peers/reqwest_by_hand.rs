//! reqwest as its documentation shows it.

use serde::de::DeserializeOwned;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

pub struct ByHand {
    client: reqwest::Client,
    base: String,
}

impl ByHand {
    async fn json<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> reqwest::Result<T> {
        request
            .basic_auth(EMAIL, Some(API_KEY))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await
    }
}

impl Peer for ByHand {
    type Error = reqwest::Error;

    fn new(origin: &str) -> Self {
        Self {
            client: reqwest::Client::new(),
            base: format!("{origin}/api/v1"),
        }
    }

    async fn chat(&self, id: &str) -> reqwest::Result<Chat> {
        let url = format!("{}/livechat/chats/{id}", self.base);
        self.json(self.client.get(url)).await
    }

    async fn departments(&self) -> reqwest::Result<Vec<Department>> {
        let url = format!("{}/livechat/departments", self.base);
        self.json(self.client.get(url)).await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> reqwest::Result<Department> {
        let url = format!("{}/livechat/departments", self.base);
        let form = [
            ("name", name),
            ("description", description),
            ("members", members),
        ];
        self.json(self.client.post(url).form(&form)).await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> reqwest::Result<ChatPage> {
        let url = format!("{}/livechat/chats", self.base);
        let query = [("date_from", from), ("date_to", to), ("keyword", keyword)];
        self.json(self.client.get(url).query(&query).query(&[("page", page)]))
            .await
    }
}
