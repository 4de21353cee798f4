//! comm100 with endpoints that its user declares.

use comm100::__private::{Decoder, Encoder, EndpointInfo, Verb};
use comm100::{Client, Credentials, Endpoint, Error, Platform};

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

/// Over the default transport.
pub struct Default(Client);

fn client(origin: &str) -> comm100::ClientBuilder {
    Client::builder()
        .platform(Platform::custom(origin).unwrap())
        .credentials(Credentials::new(EMAIL, API_KEY))
}

struct GetChat<'a>(&'a str);

impl Endpoint for GetChat<'_> {
    type Response = Chat;
    const ENDPOINT: EndpointInfo =
        EndpointInfo::new("get_chat", Verb::Get, "livechat/chats/{id}");
    fn encode(&self, request: &mut Encoder) {
        request.literal("livechat/chats/");
        request.segment("id", self.0);
    }
    fn decoder() -> Decoder<Chat> {
        Decoder::json()
    }
}

struct ListDepartments;

impl Endpoint for ListDepartments {
    type Response = Vec<Department>;
    const ENDPOINT: EndpointInfo =
        EndpointInfo::new("list_departments", Verb::Get, "livechat/departments");
    fn encode(&self, request: &mut Encoder) {
        request.literal("livechat/departments");
    }
    fn decoder() -> Decoder<Vec<Department>> {
        Decoder::json()
    }
}

struct CreateDepartment<'a>(&'a str, Option<&'a str>, Option<&'a str>);

impl Endpoint for CreateDepartment<'_> {
    type Response = Department;
    const ENDPOINT: EndpointInfo =
        EndpointInfo::new("create_department", Verb::Post, "livechat/departments");
    fn encode(&self, request: &mut Encoder) {
        request.literal("livechat/departments");
        request.empty_form();
        request.form("name", self.0);
        request.form("description", &self.1);
        request.form("members", &self.2);
    }
    fn decoder() -> Decoder<Department> {
        Decoder::json()
    }
}

struct ListChats<'a>(Option<&'a str>, Option<&'a str>, Option<&'a str>, Option<u32>);

impl Endpoint for ListChats<'_> {
    type Response = ChatPage;
    const ENDPOINT: EndpointInfo = EndpointInfo::new("list_chats", Verb::Get, "livechat/chats");
    fn encode(&self, request: &mut Encoder) {
        request.literal("livechat/chats");
        request.query("date_from", &self.0);
        request.query("date_to", &self.1);
        request.query("keyword", &self.2);
        request.page("page", self.3);
    }
    fn decoder() -> Decoder<ChatPage> {
        Decoder::json()
    }
}

macro_rules! peer {
    ($type:ident, $build:expr) => {
        impl Peer for $type {
            type Error = Error;

            fn new(origin: &str) -> Self {
                Self($build(client(origin)).build().unwrap())
            }

            async fn chat(&self, id: &str) -> Result<Chat, Error> {
                self.0.call(GetChat(id)).await
            }

            async fn departments(&self) -> Result<Vec<Department>, Error> {
                self.0.call(ListDepartments).await
            }

            async fn post(
                &self,
                name: &str,
                description: &str,
                members: &str,
            ) -> Result<Department, Error> {
                self.0
                    .call(CreateDepartment(name, Some(description), Some(members)))
                    .await
            }

            async fn list(
                &self,
                from: &str,
                to: &str,
                keyword: &str,
                page: u32,
            ) -> Result<ChatPage, Error> {
                let call = ListChats(Some(from), Some(to), Some(keyword), Some(page));
                self.0.call(call).await
            }
        }
    };
}

peer!(Default, |builder| builder);

/// Over the lean transport.
#[cfg(feature = "comm100-hyper")]
pub struct Hyper(Client);

#[cfg(feature = "comm100-hyper")]
peer!(Hyper, |builder: comm100::ClientBuilder| {
    let connect_timeout = std::time::Duration::from_secs(10);
    builder.transport(comm100::HyperTransport::new(connect_timeout).unwrap())
});
