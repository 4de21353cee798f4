//! The documented samples that are not models: requests, removals, errors and tokens.

use comm100::v2::*;
use comm100::{Credentials, ErrorKind};
use comm100_tests::catalogue::{self, Documented, Parameters, Texts};
use comm100_tests::recorder::{Recorder, response};
use serde_json::Value;

use crate::samples::{response_of, row_of, samples};

fn text<'a>(sample: &'a Value, name: &str) -> &'a str {
    sample[name].as_str().unwrap_or_default()
}

/// The samples' endpoints whose answers are ignored, and the methods that call them.
const IGNORED: &[(&str, &str)] = &[
    ("account.agents.set_password", "set_agent_password"),
    ("account.ip_ranges.remove", "remove_ip_range"),
    ("partner.sites.pay", "pay_partner_site"),
    ("campaigns.remove", "remove_campaign"),
    (
        "campaign_auto_invitations.remove",
        "remove_campaign_auto_invitation",
    ),
    ("departments.remove", "remove_department"),
    ("custom_away_statuses.remove", "remove_custom_away_status"),
    ("bans.remove", "remove_ban"),
    ("chats.remove", "remove_chat"),
];

fn ignored(endpoint: &str) -> Option<&'static Documented> {
    let (_, method) = IGNORED.iter().find(|(name, _)| *name == endpoint)?;
    catalogue::v2()
        .iter()
        .find(|known| known.row.name() == *method)
}

#[tokio::test]
async fn each_response_is_read() {
    for sample in samples() {
        let endpoint = text(&sample, "endpoint");
        if text(&sample, "direction") != "response" || response_of(endpoint).is_some() {
            continue;
        }
        let status = sample["status"].as_u64().unwrap_or(200);
        let status = u16::try_from(status).expect("a status");
        let body = match &sample["body"] {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        let served = body.clone();
        let recorder = Recorder::start(move |request| {
            let is_token = request.target() == "/oauth/token";
            let body = if is_token || status != 200 || served.starts_with('"') {
                served.as_str()
            } else {
                r#"{"id":1}"#
            };
            response(status, "application/json", body.as_bytes())
        })
        .await;
        let client = recorder.client();
        if let Some(documented) = ignored(endpoint) {
            let ids: Texts = documented
                .ids
                .iter()
                .map(|name| (name.clone(), "5b3c3f1e".to_owned()))
                .collect();
            let call = documented.call(&client, Parameters::All, &ids);
            assert_eq!(call.response.await.expect(endpoint), "()");
        } else if endpoint == "auth.token" {
            let credentials = Credentials::password("agent@acme.example", "not-a-pass-0");
            client.set_credentials(credentials).expect("credentials");
            client.get_me().await.expect("the agent");
            let [token, call] = &recorder.requests()[..] else {
                panic!("two requests");
            };
            let form = "grant_type=password&email=agent%40acme.example&password=not-a-pass-0";
            assert_eq!(token.text(), form);
            let secret = text(&sample["body"], "access_token");
            assert_eq!(call.header("authorization"), [format!("Bearer {secret}")]);
        } else {
            assert_eq!(endpoint, "(introduction) any failed request");
            let error = client.list_webhooks().await.expect_err("an error");
            assert_eq!(error.kind(), ErrorKind::Api);
            assert_eq!(error.code(), sample["body"]["code"].as_i64());
            assert_eq!(error.message(), sample["body"]["message"].as_str());
        }
    }
}

/// The response to a token request is a model as well; clients request tokens themselves.
#[test]
fn the_documented_token_is_that_of_the_credentials() {
    let token: comm100::AccessToken = AccessToken::new("a1BcDeFg");
    assert!(!format!("{token:?}").contains("a1BcDeFg"));
}

/// Members of requests that are not parameters: what is read only, and what the path has already.
const NOT_SENT: &[(&str, &str)] = &[
    ("account.groups.create", "issystem"),
    ("partner.sites.pay", "site_id"),
];

/// The samples spell many members in lower case.
#[test]
fn the_members_of_each_request_are_parameters() {
    let mut not_sent = Vec::new();
    let mut checked = 0;
    for sample in samples() {
        let endpoint = text(&sample, "endpoint");
        let Value::Object(members) = &sample["body"] else {
            continue;
        };
        // The token request is made by the credentials.
        if text(&sample, "direction") != "request" || endpoint == "auth.token" {
            continue;
        }
        let documented = row_of(endpoint).or_else(|| ignored(endpoint));
        let row = &documented
            .unwrap_or_else(|| panic!("no row: {endpoint}"))
            .row;
        if row.keys().any(|key| key.place == "json") {
            continue;
        }
        for name in members.keys() {
            let is_parameter = row
                .keys()
                .any(|key| key.place == "field" && key.name.eq_ignore_ascii_case(name));
            if !is_parameter {
                not_sent.push((endpoint.to_owned(), name.clone()));
            }
        }
        checked += 1;
    }
    let expected = NOT_SENT
        .iter()
        .map(|(endpoint, name)| ((*endpoint).to_owned(), (*name).to_owned()));
    assert_eq!(not_sent, expected.collect::<Vec<_>>());
    assert!(checked > 20, "{checked}");
}
