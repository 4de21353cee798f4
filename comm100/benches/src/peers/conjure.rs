//! conjure-runtime: endpoints as annotated methods, with positional arguments.
//! It supports neither Basic authorization nor forms, so the header is
//! made by hand and kept, and the form is a serializer.

use std::sync::Arc;

use base64::Engine as _;
use conjure_error::Error;
use conjure_http::client::{
    AsyncRequestBody, AsyncSerializeRequest, AsyncService as _, ConjureRuntime,
    StdResponseDeserializer,
};
use conjure_http::{conjure_client, endpoint};
use conjure_runtime::{Agent, Client, UserAgent};
use http::HeaderValue;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

#[conjure_client]
trait Api {
    #[endpoint(method = GET, path = "/livechat/chats/{id}", accept = StdResponseDeserializer)]
    async fn chat(
        &self,
        #[header(name = "Authorization")] authorization: &str,
        #[path] id: &str,
    ) -> Result<Chat, Error>;

    #[endpoint(method = GET, path = "/livechat/departments", accept = StdResponseDeserializer)]
    async fn departments(
        &self,
        #[header(name = "Authorization")] authorization: &str,
    ) -> Result<Vec<Department>, Error>;

    #[endpoint(method = POST, path = "/livechat/departments", accept = StdResponseDeserializer)]
    async fn post(
        &self,
        #[header(name = "Authorization")] authorization: &str,
        #[body(serializer = Form)] form: String,
    ) -> Result<Department, Error>;

    #[endpoint(method = GET, path = "/livechat/chats", accept = StdResponseDeserializer)]
    async fn list(
        &self,
        #[header(name = "Authorization")] authorization: &str,
        #[query(name = "date_from")] from: &str,
        #[query(name = "date_to")] to: &str,
        #[query(name = "keyword")] keyword: &str,
        #[query(name = "page")] page: u32,
    ) -> Result<ChatPage, Error>;
}

enum Form {}

impl<W> AsyncSerializeRequest<'static, String, W> for Form {
    fn content_type(_: &ConjureRuntime, _: &String) -> HeaderValue {
        HeaderValue::from_static("application/x-www-form-urlencoded")
    }

    fn serialize(_: &ConjureRuntime, form: String) -> Result<AsyncRequestBody<'static, W>, Error> {
        Ok(AsyncRequestBody::Fixed(form.into()))
    }
}

pub struct Conjure {
    api: ApiClient<Client>,
    authorization: String,
}

impl Peer for Conjure {
    type Error = Error;

    fn new(origin: &str) -> Self {
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("{EMAIL}:{API_KEY}"));
        let client = Client::builder()
            .service("livechat")
            .user_agent(UserAgent::new(Agent::new("benches", "1.0.0")))
            .uri(format!("{origin}/api/v1").parse().unwrap())
            .build()
            .unwrap();
        Self {
            api: ApiClient::new(client, &Arc::new(ConjureRuntime::new())),
            authorization: format!("Basic {pair}"),
        }
    }

    async fn chat(&self, id: &str) -> Result<Chat, Error> {
        self.api.chat(&self.authorization, id).await
    }

    async fn departments(&self) -> Result<Vec<Department>, Error> {
        self.api.departments(&self.authorization).await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> Result<Department, Error> {
        let form = [
            ("name", name),
            ("description", description),
            ("members", members),
        ];
        let form = serde_urlencoded::to_string(form).unwrap();
        self.api.post(&self.authorization, form).await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> Result<ChatPage, Error> {
        self.api
            .list(&self.authorization, from, to, keyword, page)
            .await
    }
}
