//! feignhttp: endpoints as annotated methods. It has no Basic authorization of
//! its own, so that the header is made by hand and kept.

use base64::Engine as _;
use feignhttp::{Context, FeignClientBuilder as _, feign};
use serde::Serialize;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

#[derive(Context)]
struct Session {
    #[param]
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
