//! The documented samples of responses are decoded, and no value of them is lost.

use comm100_tests::catalogue::{self, Documented};
use comm100_tests::odd::{places, values};
use serde_json::{Value, json};

use crate::rewrite::rewrite;

/// The documented samples; see `tests/data/samples-v2.json`.
pub(crate) fn samples() -> Vec<Value> {
    serde_json::from_str(include_str!("../../data/samples-v2.json")).expect("JSON")
}

/// The catalogue's row of a sample's endpoint that returns a model, by the sample's name of it.
pub(crate) fn row_of(endpoint: &str) -> Option<&'static Documented> {
    let (_, method) = SAMPLED.iter().find(|(name, _)| *name == endpoint)?;
    catalogue::v2()
        .iter()
        .find(|known| known.row.name() == *method)
}

/// The model that a sample's endpoint returns.
pub(crate) fn response_of(endpoint: &str) -> Option<&'static str> {
    row_of(endpoint)?.row.response.as_deref()
}

/// The samples' endpoints and the methods that call them.
const SAMPLED: &[(&str, &str)] = &[
    ("account.site_profile.get", "get_site_profile"),
    (
        "account.agents.effective_permissions",
        "get_agent_effective_permissions",
    ),
    ("account.agents.me", "get_me"),
    ("account.agents.update_me", "update_me"),
    ("account.groups.create", "create_group"),
    ("account.groups.permissions", "get_group_permissions"),
    (
        "account.groups.update_permissions",
        "update_group_permissions",
    ),
    ("partner.sites.create", "create_partner_site"),
    ("campaigns.create", "create_campaign"),
    (
        "campaign_chat_buttons.update",
        "update_campaign_chat_button",
    ),
    ("campaign_pre_chats.update", "update_campaign_pre_chat"),
    ("campaign_post_chats.get", "get_campaign_post_chat"),
    ("campaign_invitations.update", "update_campaign_invitation"),
    (
        "campaign_agent_wrapups.update",
        "update_campaign_agent_wrapup",
    ),
    (
        "campaign_custom_rules.create",
        "create_campaign_custom_rule",
    ),
    (
        "campaign_custom_rules.update",
        "update_campaign_custom_rule",
    ),
    ("campaign_languages.update", "update_campaign_language"),
    ("canned_messages.create", "create_canned_message"),
    ("canned_messages.update", "update_canned_message"),
    (
        "canned_message_categories.get",
        "get_canned_message_category",
    ),
    ("departments.create", "create_department"),
    ("custom_away_statuses.create", "create_custom_away_status"),
    ("bans.create", "create_ban"),
    ("conversion_actions.list", "list_conversion_actions"),
    ("visitor_segmentations.list", "list_visitor_segmentations"),
    ("visitor_sso.get", "get_visitor_sso"),
    ("visitors.get", "get_visitor"),
    ("configs.update", "update_config"),
    ("secure_forms.get", "get_secure_form"),
    ("secure_forms.update", "update_secure_form"),
    ("webhooks.create", "create_webhook"),
    ("webhooks.update", "update_webhook"),
    ("custom_variables.list", "list_custom_variables"),
    ("livechat_agents.update", "update_livechat_agent"),
    ("offline_messages.list", "list_offline_messages"),
    ("reports.visits", "visits_report"),
    ("reports.chat_transfer", "chat_transfer_report"),
    ("reports.agent_status", "agent_status_report"),
    ("reports.efficiency", "efficiency_report"),
    ("reports.rating", "rating_report"),
    ("reports.post_chat_survey", "post_chat_survey_report"),
    ("reports.wrap_up_completion", "wrap_up_completion_report"),
    ("reports.canned_message", "canned_message_report"),
    ("reports.realtime.queue", "realtime_queue"),
];

/// Returns the body of a response, as documented if there is a sample.
pub(crate) fn body(response: &str) -> String {
    let sampled = samples().into_iter().find(|sample| {
        let endpoint = sample["endpoint"].as_str().unwrap_or_default();
        sample["direction"] == "response" && response_of(endpoint) == Some(response)
    });
    if let Some(sample) = sampled {
        return sample["body"].to_string();
    }
    if response.starts_with('[') {
        return "[]".to_owned();
    }
    let least = json!({
        "id": 1, "code": 0, "agentsInChat": 1, "ongoingChats": 1, "visitorsOnSite": 1,
        "loggedInAgents": 1,
    });
    match response {
        "InstallationCode" => json!({ "code": "<script></script>" }).to_string(),
        _ => least.to_string(),
    }
}

/// Asserts that every value of the original is in what was written: keys in any letter case, numbers
/// in either form, without what is null or empty.
fn assert_kept(original: &Value, written: &Value, at: &str) {
    match (original, written) {
        (Value::Null, _) => {}
        (Value::Object(fields), Value::Object(known)) => {
            for (name, value) in fields {
                let alias = ALIASES.iter().find(|(other, _)| other == name);
                let name = alias.map_or(name.as_str(), |(_, name)| name);
                // Metrics of a distribution are averages, whatever the sample calls them.
                let average = format!("avg{name}");
                let found = known.iter().find(|(key, _)| {
                    key.eq_ignore_ascii_case(name) || key.eq_ignore_ascii_case(&average)
                });
                let at = format!("{at}.{name}");
                match found {
                    Some((_, written)) => assert_kept(value, written, &at),
                    None => assert!(is_nothing(value), "{at} is lost: {value}"),
                }
            }
        }
        (Value::Array(list), Value::Array(known)) => {
            assert_eq!(list.len(), known.len(), "{at}");
            for (index, (value, written)) in list.iter().zip(known).enumerate() {
                assert_kept(value, written, &format!("{at}[{index}]"));
            }
        }
        _ => assert_eq!(plain(original), plain(written), "{at}"),
    }
}

/// Keys that are read and written with another name.
const ALIASES: &[(&str, &str)] = &[
    ("backgroudImageId", "backgroundImageId"),
    ("timeStr", "time_str"),
];

fn is_nothing(value: &Value) -> bool {
    matches!(value, Value::Null)
        || value == ""
        || value == &json!([])
        || value == &json!(-1)
        || value == "-1"
}

/// A scalar as text, without what the service writes in several ways.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => {
            let text = text.trim_end_matches(['Z', 'z']);
            match text.split_once('.') {
                Some((_, digits)) if text.contains('T') && !digits.is_empty() => {
                    text.trim_end_matches('0').to_lowercase()
                }
                _ => text.to_lowercase(),
            }
        }
        Value::Number(number) => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    }
}

#[test]
fn documented_responses_are_read_and_keep_every_value() {
    let mut read = 0;
    for sample in samples() {
        let endpoint = sample["endpoint"].as_str().unwrap_or_default();
        if sample["direction"] != "response" {
            continue;
        }
        let Some(response) = response_of(endpoint) else {
            continue;
        };
        let written = rewrite(response, &sample["body"]).json;
        assert_kept(&sample["body"], &written, endpoint);
        read += 1;
    }
    assert_eq!(read, SAMPLED.len());
}

#[test]
fn one_odd_field_never_fails_a_response() {
    for sample in samples() {
        let endpoint = sample["endpoint"].as_str().unwrap_or_default();
        let Some(response) = response_of(endpoint).filter(|_| sample["direction"] == "response")
        else {
            continue;
        };
        for place in places(&sample["body"]) {
            // An element of a list of responses must be an object.
            if response.starts_with('[') && place.matches('/').count() == 1 {
                continue;
            }
            for odd in values() {
                let mut body = sample["body"].clone();
                *body.pointer_mut(&place).expect("a place") = odd;
                rewrite(response, &body);
            }
        }
    }
}
