//! Calls with a key, and with tokens that are renewed.

use comm100::{Credentials, Platform, Result, api};
use serde::Deserialize;

use crate::rows::ROWS;
use crate::service::Service;

const EMAIL: &str = "agent@example.com";

#[derive(Debug, Deserialize)]
struct Agent {
    name: String,
}

/// Of the platform's own version.
#[api(path = "livechat/agents")]
trait Agents {
    #[get("{id}")]
    async fn get_agent(&self, id: u64) -> Result<Agent>;

    #[post("{id}:enable")]
    async fn enable_agent(&self, id: u64) -> Result<Agent>;
}

#[tokio::test]
async fn an_api_key_reaches_the_base_url_of_each_generation() {
    let service = Service::start("43199").await;
    for row in ROWS {
        let credentials = Credentials::new(EMAIL, "API_KEY");
        let credentials = if row.needs_site {
            credentials.site_id(10_100_116)
        } else {
            credentials
        };
        let platform = (row.platform)().expect("a platform");
        let client = service.builder(platform).credentials(credentials).build();
        let client = client.expect("a client");
        assert_eq!(client.get_agent(7).await.expect("an agent").name, "Ann");
        client.enable_agent(7).await.expect("an agent");
        let arrived = service.arrived();
        let query = if row.needs_site {
            "?siteId=10100116"
        } else {
            ""
        };
        let base = row.base;
        let urls: Vec<&str> = arrived.iter().map(|(url, _)| url.as_str()).collect();
        assert_eq!(
            urls,
            [
                format!("{base}livechat/agents/7{query}"),
                format!("{base}livechat/agents/7:enable{query}")
            ]
        );
        for (_, request) in &arrived {
            // agent@example.com:API_KEY
            assert_eq!(
                request.header("authorization"),
                ["Basic YWdlbnRAZXhhbXBsZS5jb206QVBJX0tFWQ=="]
            );
        }
    }
}

#[tokio::test]
async fn tokens_come_from_the_panel_and_are_renewed_in_each_generation() {
    for row in ROWS {
        let service = Service::start("43199").await;
        let platform = (row.platform)().expect("a platform");
        let credentials = Credentials::password(EMAIL, "PASSWORD").client_id("CLIENT");
        let client = service.builder(platform).credentials(credentials).build();
        let client = client.expect("a client");
        let clone = client.clone();
        client.get_agent(1).await.expect("an agent");
        clone.get_agent(2).await.expect("an agent");
        // The service no longer knows the token: a write is repeated with a new one.
        service.revoked.lock().expect("a lock").insert(1);
        let enabled = client.enable_agent(3).send_with_response().await;
        assert_eq!(enabled.expect("an agent").attempts(), 2);
        let (panel, base) = (row.panel, row.base);
        let token = format!("https://{panel}/oauth/token");
        let expected = [
            (token.clone(), ""),
            (format!("{base}livechat/agents/1"), "Bearer token-1"),
            (format!("{base}livechat/agents/2"), "Bearer token-1"),
            (format!("{base}livechat/agents/3:enable"), "Bearer token-1"),
            (token, ""),
            (format!("{base}livechat/agents/3:enable"), "Bearer token-2"),
        ];
        let arrived = service.arrived();
        assert_eq!(arrived.len(), expected.len(), "{panel}");
        for ((url, request), (expected_url, authorization)) in arrived.iter().zip(expected) {
            assert_eq!(*url, expected_url);
            assert_eq!(request.header("authorization").concat(), authorization);
            if authorization.is_empty() {
                assert!(request.line.starts_with("POST "), "{}", request.line);
                assert_eq!(
                    request.text(),
                    "grant_type=password&email=agent%40example.com&password=PASSWORD&client_id=CLIENT"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_token_that_has_ended_is_not_used_again() {
    let service = Service::start("\"0\"").await;
    let platform = Platform::custom("portal3.comm100.io").expect("a platform");
    let client = service
        .builder(platform)
        .credentials(Credentials::password(EMAIL, "PASSWORD"))
        .build()
        .expect("a client");
    for number in 1..=2 {
        client.get_agent(number).await.expect("an agent");
        let arrived = service.arrived();
        let [(token, _), (_, call)] = &arrived[..] else {
            panic!("{arrived:?}");
        };
        assert_eq!(token, "https://portal3.comm100.io/oauth/token");
        assert_eq!(
            call.header("authorization"),
            [format!("Bearer token-{number}")]
        );
    }
}
