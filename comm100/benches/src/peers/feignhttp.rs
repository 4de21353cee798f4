//! feignhttp: endpoints as annotated methods. It has no Basic authorization of
//! its own, so that the header is made by hand and kept.

use base64::Engine as _;
use feignhttp::{Context, FeignClientBuilder as _, feign};
use serde::Serialize;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

#[derive(Context)]
struct Session {
    #[url_path]
    origin: String,
    #[header("authorization")]
    authorization: String,
}

#[derive(Serialize)]
struct NewDepartment<'a> {
    name: &'a str,
    description: &'a str,
    members: &'a str,
}

#[feign(url = "{origin}", path = "/api/v1/livechat")]
trait Api {
    #[get("/chats/{id}")]
    async fn chat(&self, #[path] id: &str) -> feignhttp::Result<Chat>;

    #[get("/departments")]
    async fn departments(&self) -> feignhttp::Result<Vec<Department>>;

    #[post("/departments")]
    async fn post(&self, #[form] department: NewDepartment<'_>) -> feignhttp::Result<Department>;

    #[get("/chats")]
    async fn list(
        &self,
        #[query] date_from: &str,
        #[query] date_to: &str,
        #[query] keyword: &str,
        #[query] page: u32,
    ) -> feignhttp::Result<ChatPage>;
}

pub struct Feign(Api);

impl Peer for Feign {
    type Error = feignhttp::Error;

    fn new(origin: &str) -> Self {
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("{EMAIL}:{API_KEY}"));
        let session = Session {
            origin: origin.to_owned(),
            authorization: format!("Basic {pair}"),
        };
        Self(Api::builder().context(session).build().unwrap())
    }

    async fn chat(&self, id: &str) -> feignhttp::Result<Chat> {
        self.0.chat(id).await
    }

    async fn departments(&self) -> feignhttp::Result<Vec<Department>> {
        self.0.departments().await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> feignhttp::Result<Department> {
        let department = NewDepartment {
            name,
            description,
            members,
        };
        self.0.post(department).await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> feignhttp::Result<ChatPage> {
        self.0.list(from, to, keyword, page).await
    }
}
