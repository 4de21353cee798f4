//! rustify: endpoints as structs; a middleware adds the authorization.

use base64::Engine as _;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use rustify::clients::reqwest::Client;
use rustify::endpoint::{Endpoint as EndpointTrait, MiddleWare};
use rustify::errors::ClientError;
use rustify_derive::Endpoint;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

#[derive(Endpoint)]
#[endpoint(path = "api/v1/livechat/chats/{self.id}", response = "Chat")]
struct GetChat {
    #[endpoint(skip)]
    id: String,
}

#[derive(Endpoint)]
#[endpoint(path = "api/v1/livechat/departments", response = "Vec<Department>")]
struct ListDepartments {}

#[derive(Endpoint)]
#[endpoint(
    path = "api/v1/livechat/departments",
    method = "POST",
    response = "Department"
)]
struct CreateDepartment {
    #[endpoint(raw)]
    form: Vec<u8>,
}

#[derive(Endpoint)]
#[endpoint(path = "api/v1/livechat/chats", response = "ChatPage")]
struct ListChats {
    #[endpoint(query)]
    date_from: String,
    #[endpoint(query)]
    date_to: String,
    #[endpoint(query)]
    keyword: String,
    #[endpoint(query)]
    page: u32,
}

struct Session(HeaderValue);

impl MiddleWare for Session {
    fn request<E: EndpointTrait>(
        &self,
        _: &E,
        request: &mut http::Request<Vec<u8>>,
    ) -> Result<(), ClientError> {
        let form = !request.body().is_empty();
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.0.clone());
        if form {
            let value = HeaderValue::from_static("application/x-www-form-urlencoded");
            headers.insert(CONTENT_TYPE, value);
        }
        Ok(())
    }

    fn response<E: EndpointTrait>(
        &self,
        _: &E,
        _: &mut http::Response<Vec<u8>>,
    ) -> Result<(), ClientError> {
        Ok(())
    }
}

pub struct Rustify {
    client: Client,
    session: Session,
}

impl Rustify {
    async fn call<E: EndpointTrait>(&self, endpoint: E) -> Result<E::Response, ClientError> {
        endpoint
            .with_middleware(&self.session)
            .exec(&self.client)
            .await?
            .parse()
    }
}

impl Peer for Rustify {
    type Error = ClientError;

    fn new(origin: &str) -> Self {
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("{EMAIL}:{API_KEY}"));
        Self {
            client: Client::default(origin),
            session: Session(HeaderValue::from_str(&format!("Basic {pair}")).unwrap()),
        }
    }

    async fn chat(&self, id: &str) -> Result<Chat, ClientError> {
        self.call(GetChat { id: id.to_owned() }).await
    }

    async fn departments(&self) -> Result<Vec<Department>, ClientError> {
        self.call(ListDepartments {}).await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> Result<Department, ClientError> {
        let form = [
            ("name", name),
            ("description", description),
            ("members", members),
        ];
        let form = serde_urlencoded::to_string(form).unwrap().into_bytes();
        self.call(CreateDepartment { form }).await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> Result<ChatPage, ClientError> {
        self.call(ListChats {
            date_from: from.to_owned(),
            date_to: to.to_owned(),
            keyword: keyword.to_owned(),
            page,
        })
        .await
    }
}
