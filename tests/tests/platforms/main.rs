//! Every generation of the service: which host and base path a call reaches, and which are rejected.

mod base_urls;
mod defaults;
mod parsing;

use comm100::{Client, ClientBuilder, Credentials, Platform, Result, api};

#[api(path = "livechat")]
trait Own {
    #[get("agents")]
    async fn agents(&self, #[query(rename = "siteId")] site: Option<u64>) -> Result<String>;
    #[post("agents")]
    async fn create(&self, #[form] name: &str) -> Result<String>;
}

#[api(path = "livechat", version = 1)]
trait First {
    #[get("agents")]
    async fn agents_1(&self) -> Result<String>;
}

#[api(path = "livechat", version = 2)]
trait Second {
    #[get("agents")]
    async fn agents_2(&self) -> Result<String>;
}

fn builder(platform: Platform) -> ClientBuilder {
    Client::builder()
        .platform(platform)
        .credentials(Credentials::new("agent@example.com", "API_KEY-1"))
        .transport_fn(|_| async { Ok(http::Response::new("\"sent\"")) })
}

fn client(platform: Platform) -> Client {
    builder(platform).build().expect("a client")
}

fn parse(text: &str) -> Platform {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn url<T>(request: Result<http::Request<T>>) -> String {
    request.expect("a request").uri().to_string()
}
