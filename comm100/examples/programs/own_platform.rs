//! Custom endpoints of version 4, for a Control Panel at `dash{N}.comm100.io`: a search with pages, a
//! list, an action and a removal, with an API key or with tokens.
//!
//! ```sh
//! cargo run --example own_platform               # with an API key and a site
//! cargo run --example own_platform -- --tokens   # with a password and an OAuth client
//! cargo test --example own_platform              # the tests at the end of this file
//! ```
//!
//! No account is needed: the service is a [`comm100::mock`]. Without `.transport(..)` the same client
//! calls the real one.

use std::process::ExitCode;

use clap::Parser;
use comm100::bytes::Bytes;
use comm100::http::{Method, Response, StatusCode};
use comm100::mock::{Mock, MockRequest};
use comm100::{Client, Credentials, Page, Platform, Result, api};
use comm100_programs::{Outcome, println};
use futures_util::TryStreamExt as _;
use serde::Deserialize;
use serde_json::{Value, json};

/// The service allows more; this one shows several pages of few chats.
const PAGE_SIZE: usize = 2;

/// Endpoints of version 4, whose keys are in camel case.
#[api(version = 4, rename_all = "camelCase")]
trait Dash {
    /// Searches the chats of a period. It only reads, so it may be retried although it is a POST.
    #[post("livechat/chats:search", idempotent)]
    async fn search_chats(
        &self,
        #[query(page)] page_index: Option<u32>,
        #[query] page_size: usize,
        #[field] start_time: &str,
        #[field] end_time: &str,
    ) -> Result<ChatPage>;

    /// Lists the agents.
    #[get("global/agents")]
    async fn list_agents(&self, #[query] include: Option<&[&str]>) -> Result<AgentList>;

    /// Turns the shifts on.
    #[post("livechat/shiftConfig:enable")]
    async fn enable_shifts(&self) -> Result<ShiftConfig>;

    /// Lifts the ban of an IP address.
    #[delete("livechat/bannedIps/{id}")]
    async fn remove_banned_ip(&self, id: &str) -> Result<()>;
}

#[derive(Debug, Deserialize)]
struct ChatPage {
    list: Vec<Chat>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Chat {
    id: u64,
    start_time: String,
}

impl Page for ChatPage {
    type Item = Chat;

    /// The service does not say how many pages there are: a page that is not full is the last.
    fn has_next(&self, _: u32) -> bool {
        self.list.len() == PAGE_SIZE
    }

    fn into_items(self) -> Vec<Chat> {
        self.list
    }
}

#[derive(Debug, Deserialize)]
struct AgentList {
    agents: Vec<Agent>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Agent {
    display_name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ShiftConfig {
    is_enabled: bool,
}

/// Declares endpoints of version 4 and calls them on a mock of the service.
#[derive(Parser)]
struct Options {
    /// Authorize with tokens, which the client gets for a password, instead of an API key
    #[arg(long)]
    tokens: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    comm100_programs::exit(run(&Options::parse()).await)
}

async fn run(options: &Options) -> Outcome {
    let mock = service();
    let client = client(&mock, options.tokens)?;

    let search = client.search_chats(PAGE_SIZE, "2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z");
    let mut chats = search.items();
    while let Some(chat) = chats.try_next().await? {
        println!("chat {} began at {}", chat.id, chat.start_time);
    }
    for agent in client.list_agents().include(&["role"]).await?.agents {
        println!("agent {}", agent.display_name);
    }
    let shifts = client.enable_shifts().await?;
    println!("shifts are enabled: {}", shifts.is_enabled);
    client.remove_banned_ip("6f1c").await?;
    println!("removed the ban 6f1c");
    match client.remove_banned_ip("0000").await {
        Err(error) if error.is_not_found() => println!(
            "there is no ban 0000: {}",
            error.error_name().unwrap_or("no name")
        ),
        other => other?,
    }

    for request in mock.requests() {
        println!("sent {request}");
    }
    Ok(())
}

/// A client of the site 10100116 on `dash11.comm100.io`, whose requests go to `api11.comm100.io`.
fn client(mock: &Mock, with_tokens: bool) -> Result<Client> {
    let credentials = if with_tokens {
        Credentials::password("agent@example.com", "PASSWORD").client_id("CLIENT_ID")
    } else {
        Credentials::new("agent@example.com", "API_KEY").site_id(10_100_116)
    };
    Client::builder()
        .platform(Platform::custom("dash11.comm100.io")?)
        .credentials(credentials)
        .transport(mock.transport())
        .build()
}

/// The service, as far as this program needs it.
fn service() -> Mock {
    let mock = Mock::new();
    mock.on_path(Method::POST, "oauth/token")
        .with_form("grant_type", "password")
        .with_form("client_id", "CLIENT_ID")
        .reply(&json!({ "access_token": "TOKEN", "token_type": "bearer", "expires_in": 43_199 }))
        .optional();
    mock.on(SearchChatsBuilder::ENDPOINT)
        .with_field("startTime", "2026-10-01T00:00:00Z")
        .reply_with(found)
        .optional();
    mock.on(ListAgentsBuilder::ENDPOINT)
        .with_query("include", "role")
        .reply(&json!({
            "agents": [{ "displayName": "Ann" }, { "displayName": "Bert" }],
            "nextPage": null, "previousPage": null, "total": 2
        }))
        .optional();
    mock.on(EnableShiftsBuilder::ENDPOINT)
        .reply(&json!({ "isEnabled": true }))
        .optional();
    mock.on(RemoveBannedIpBuilder::ENDPOINT)
        .reply_with(|_| {
            let body = json!({ "error": "EntityNotFound", "message": "There is no such ban." });
            answer(StatusCode::NOT_FOUND, &body)
        })
        .optional();
    mock.on(RemoveBannedIpBuilder::ENDPOINT)
        .with_path("id", "6f1c")
        .reply_empty()
        .optional();
    mock
}

/// One page of the five chats.
fn found(request: &MockRequest) -> Response<Bytes> {
    let number = |name| {
        request
            .query(name)
            .and_then(|text| text.parse::<usize>().ok())
    };
    let (index, size) = (
        number("pageIndex").unwrap_or(1),
        number("pageSize").unwrap_or(50),
    );
    let chats: Vec<Value> = (1..=5)
        .skip((index - 1) * size)
        .take(size)
        .map(|id| json!({ "id": id, "startTime": format!("2026-10-01T0{id}:00:00.5Z") }))
        .collect();
    answer(StatusCode::OK, &json!({ "list": chats }))
}

fn answer(status: StatusCode, body: &Value) -> Response<Bytes> {
    let mut response = Response::new(body.to_string().into());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each call, with either kind of credentials.
    #[tokio::test]
    async fn a_search_has_all_pages() -> Result<()> {
        for with_tokens in [false, true] {
            let mock = service();
            let client = client(&mock, with_tokens)?;
            let search = client.search_chats(PAGE_SIZE, "2026-10-01T00:00:00Z", "x");
            let chats: Vec<Chat> = search.items().try_collect().await?;
            let ids: Vec<u64> = chats.iter().map(|chat| chat.id).collect();
            assert_eq!(ids, [1, 2, 3, 4, 5]);
            let requests = mock.requests();
            let searches = requests
                .iter()
                .filter(|request| request.version() == Some(4));
            let site = (!with_tokens).then_some("10100116");
            for (index, request) in searches.enumerate() {
                assert_eq!(request.path(), "livechat/chats:search");
                assert_eq!(
                    request.query("pageIndex"),
                    Some((index + 1).to_string().as_str())
                );
                assert_eq!(request.query("siteId"), site);
            }
            assert_eq!(requests.len(), if with_tokens { 4 } else { 3 });
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_ban_that_does_not_exist_has_the_name_of_the_error() {
        let mock = service();
        let client = client(&mock, false).expect("a client");
        let error = client.remove_banned_ip("0000").await.expect_err("404");
        assert_eq!(error.error_name(), Some("EntityNotFound"));
    }
}
