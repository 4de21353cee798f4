//! comm100 with endpoints that its user declares.

use std::error::Error as StdError;
use std::time::Duration;

use comm100::{AccessToken, BoxFuture, Client, Credentials, Error, Platform, TokenSource, api};

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

#[api(path = "livechat")]
trait Api {
    #[get("chats/{id}")]
    async fn get_chat(&self, id: &str) -> Result<Chat, Error>;

    #[get("departments")]
    async fn list_departments(&self) -> Result<Vec<Department>, Error>;

    #[post("departments")]
    async fn create_department(
        &self,
        #[form] name: &str,
        #[form] description: Option<&str>,
        #[form] members: Option<&str>,
    ) -> Result<Department, Error>;

    #[get("chats")]
    async fn list_chats(
        &self,
        #[query] date_from: Option<&str>,
        #[query] date_to: Option<&str>,
        #[query] keyword: Option<&str>,
        #[query] page: Option<u32>,
    ) -> Result<ChatPage, Error>;
}

/// Over the default transport.
pub struct Default(Client);

pub fn builder(origin: &str) -> comm100::ClientBuilder {
    Client::builder()
        .platform(Platform::custom(origin).unwrap())
        .credentials(Credentials::new(EMAIL, API_KEY))
}

macro_rules! peer {
    ($type:ident, $build:expr) => {
        impl Peer for $type {
            type Error = Error;

            fn new(origin: &str) -> Self {
                Self($build(builder(origin)).build().unwrap())
            }

            async fn chat(&self, id: &str) -> Result<Chat, Error> {
                self.0.get_chat(id).await
            }

            async fn departments(&self) -> Result<Vec<Department>, Error> {
                self.0.list_departments().await
            }

            async fn post(
                &self,
                name: &str,
                description: &str,
                members: &str,
            ) -> Result<Department, Error> {
                self.0
                    .create_department(name)
                    .description(description)
                    .members(members)
                    .await
            }

            async fn list(
                &self,
                from: &str,
                to: &str,
                keyword: &str,
                page: u32,
            ) -> Result<ChatPage, Error> {
                self.0
                    .list_chats()
                    .date_from(from)
                    .date_to(to)
                    .keyword(keyword)
                    .page(page)
                    .await
            }
        }
    };
}

peer!(Default, |builder| builder);

/// With a token that the user has.
pub struct Bearer(Client);

peer!(Bearer, |builder: comm100::ClientBuilder| {
    builder.credentials(Credentials::bearer(API_KEY))
});

/// With a token of a source, from the cache.
pub struct Cached(Client);

peer!(Cached, |builder: comm100::ClientBuilder| {
    builder.credentials(Credentials::tokens(Source))
});

struct Source;

impl TokenSource for Source {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn StdError + Send + Sync>>> {
        let token = AccessToken::new(API_KEY).expires_in(Duration::from_secs(86_400));
        Box::pin(async { Ok(token) })
    }
}

/// Over the lean transport.
#[cfg(feature = "comm100-hyper")]
pub struct Hyper(Client);

#[cfg(feature = "comm100-hyper")]
peer!(Hyper, |builder: comm100::ClientBuilder| {
    builder.transport(comm100::HyperTransport::new(Duration::from_secs(10)).unwrap())
});
