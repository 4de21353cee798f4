//! hyper-util's pooled client with ready headers: the floor of a client that
//! keeps connections.

use base64::Engine as _;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Method, Request};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use serde::de::DeserializeOwned;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

pub struct Pooled {
    client: Client<HttpConnector, Full<Bytes>>,
    base: String,
    authorization: HeaderValue,
}

impl Pooled {
    async fn json<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        form: Option<String>,
    ) -> Result<T, Box<dyn std::error::Error>> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header(ACCEPT, HeaderValue::from_static("*/*"))
            .header(AUTHORIZATION, self.authorization.clone());
        if form.is_some() {
            let form = HeaderValue::from_static("application/x-www-form-urlencoded");
            request = request.header(CONTENT_TYPE, form);
        }
        let request = request.body(Full::from(form.unwrap_or_default()))?;
        let response = self.client.request(request).await?;
        if !response.status().is_success() {
            return Err(response.status().to_string().into());
        }
        let body = response.into_body().collect().await?.to_bytes();
        Ok(serde_json::from_slice(&body)?)
    }
}

impl Peer for Pooled {
    type Error = Box<dyn std::error::Error>;

    fn new(origin: &str) -> Self {
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("{EMAIL}:{API_KEY}"));
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            base: format!("{origin}/api/v1"),
            authorization: HeaderValue::from_str(&format!("Basic {pair}")).unwrap(),
        }
    }

    async fn chat(&self, id: &str) -> Result<Chat, Self::Error> {
        self.json(Method::GET, &format!("/livechat/chats/{id}"), None)
            .await
    }

    async fn departments(&self) -> Result<Vec<Department>, Self::Error> {
        self.json(Method::GET, "/livechat/departments", None).await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> Result<Department, Self::Error> {
        let form = [
            ("name", name),
            ("description", description),
            ("members", members),
        ];
        let form = serde_urlencoded::to_string(form)?;
        self.json(Method::POST, "/livechat/departments", Some(form))
            .await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> Result<ChatPage, Self::Error> {
        let page = page.to_string();
        let query = [
            ("date_from", from),
            ("date_to", to),
            ("keyword", keyword),
            ("page", &page),
        ];
        let query = serde_urlencoded::to_string(query)?;
        self.json(Method::GET, &format!("/livechat/chats?{query}"), None)
            .await
    }
}
