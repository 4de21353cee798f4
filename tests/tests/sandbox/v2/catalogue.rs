//! All documented endpoints of version 2 are served, each with its parameters, permission and edition.

use std::{cmp::Reverse, collections::BTreeMap};

use comm100::sandbox::{__private::RouteInfo, Sandbox};
use comm100_tests::catalogue;
use serde_json::{Value, json};

use crate::raw::{Answer, Caller, at_noon};
use crate::tokens::{partner, with_token};

/// A documented endpoint.
pub(super) struct Row {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) permission: Option<&'static str>,
    pub(super) edition: Option<&'static str>,
    /// Place, name, and whether it is required.
    parameters: Vec<(&'static str, &'static str, bool)>,
}

pub(super) fn rows() -> Vec<Row> {
    let rows = catalogue::v2().iter().map(|documented| &documented.row);
    rows.map(|row| Row {
        method: &row.method,
        path: &row.path,
        permission: row.permission.as_deref(),
        edition: row.edition.as_deref(),
        parameters: row
            .keys()
            .map(|key| {
                // A whole body has no name on the wire.
                let name = match key.place {
                    "json" | "form" => "body",
                    _ => key.name,
                };
                (key.place, name, key.is_required)
            })
            .collect(),
    })
    .collect()
}

#[test]
fn the_routes_are_the_documented_ones() {
    let mut routes: BTreeMap<(String, String), RouteInfo> = comm100::sandbox::__private::routes()
        .into_iter()
        .filter(|route| route.version == 2)
        .map(|route| ((route.method.clone(), route.path.clone()), route))
        .collect();
    for row in rows() {
        let key = (row.method.to_owned(), row.path.to_owned());
        let route = routes
            .remove(&key)
            .unwrap_or_else(|| panic!("no route for {key:?}"));
        assert_eq!(route.permission, row.permission, "{key:?}");
        assert_eq!(route.edition.as_deref(), row.edition, "{key:?}");
        let mut served: Vec<_> = route
            .parameters
            .iter()
            .map(|known| (known.location, known.name, known.required))
            .collect();
        served.sort_unstable();
        let mut documented = row.parameters;
        documented.sort_unstable();
        assert_eq!(served, documented, "{key:?}");
    }
    assert!(routes.is_empty(), "not documented: {:?}", routes.keys());
}

/// Ids of seeded things.
fn fill(path: &str, ids: &BTreeMap<&str, String>) -> String {
    let id = match path {
        _ if path.starts_with("livechat/campaigns/") => "21",
        _ if path.starts_with("account/agents/") => "3",
        _ if path.starts_with("livechat/agents/") => "3",
        _ if path.starts_with("account/groups/") => "311",
        _ if path.contains("ipRanges/") => "301",
        _ if path.starts_with("livechat/departments/") => "11",
        _ if path.starts_with("livechat/cannedMessages/") => "101",
        _ if path.starts_with("livechat/cannedMessageCategories/") => "41",
        _ if path.starts_with("livechat/customAwayStatus/") => "331",
        _ if path.starts_with("livechat/bans/") => "341",
        _ if path.starts_with("livechat/conversionActions/") => "51",
        _ if path.starts_with("livechat/visitorSegmentations/") => "31",
        _ if path.starts_with("livechat/secureForms/") => "351",
        _ if path.starts_with("livechat/webhooks/") => "361",
        _ if path.starts_with("livechat/customVariables/") => "371",
        _ => "0",
    };
    let area = path.split('/').nth(1).unwrap_or_default();
    let id = ids.get(area).map_or(id, String::as_str);
    path.replace("{id}", id)
        .replace("{auto_invitation_id}", "71")
        .replace("{custom_rule_id}", "321")
        .replace("{site_id}", "10002")
}

pub(super) fn ids(caller: &Caller) -> BTreeMap<&'static str, String> {
    let days = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T12:00:00";
    let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
    let get = |path: &str| caller.get(&format!("/api/v2/livechat/{path}")).ok();
    BTreeMap::from([
        ("chats", id(&get(&format!("chats?{days}"))["chats"][0])),
        (
            "offlineMessages",
            id(&get(&format!("offlineMessages?{days}"))["offlineMessages"][0]),
        ),
        ("visitors", id(&get("visitors")[0])),
    ])
}

/// A value for a required parameter.
fn example(name: &str) -> &'static str {
    match name {
        "timeFrom" | "dateFrom" => "2024-05-01T00:00:00",
        "timeTo" | "dateTo" => "2024-05-14T00:00:00",
        "group" => "day",
        other => panic!("no example for {other}"),
    }
}

/// A value of a required member.
fn member(name: &str) -> Value {
    match name {
        "id" => json!(301),
        "email" => json!("new@example.com"),
        "isPrivate" | "isEnable" | "isUseOwnPage" | "isUseDefaultLanguageText" => json!(false),
        "parentId" => json!(0),
        "routeToId" => json!(12),
        "routeToObject" => json!("department"),
        "type" => json!("ip"),
        "event" => json!("chatEnded"),
        "planList" => json!([]),
        "contact" => json!({ "firstName": "A", "lastName": "B", "email": "a@b.example" }),
        "currentPassword" => json!("sandbox password"),
        "conversion_name" => json!("Signup"),
        _ => json!("text"),
    }
}

/// The body of a request with the required members.
pub(super) fn body(row: &Row, without: Option<&str>) -> Option<(&'static str, String)> {
    let of = |wanted: &str| {
        row.parameters
            .iter()
            .filter(move |(place, _, _)| *place == wanted)
            .copied()
            .collect::<Vec<_>>()
    };
    if !of("json").is_empty() {
        let is_list = [
            "livechat/visitors/{id}",
            "livechat/campaigns/{id}/agentWrapup",
        ];
        let body = if is_list.contains(&row.path) {
            "[]"
        } else {
            "{}"
        };
        return Some(("application/json", body.to_owned()));
    }
    if !of("form").is_empty() {
        let id = "00000000-0000-4000-8000-000000000000";
        return Some(("application/x-www-form-urlencoded", format!("%5B0%5D={id}")));
    }
    let fields = of("field");
    if fields.is_empty() {
        return None;
    }
    let required = fields
        .iter()
        .filter(|(_, name, required)| *required && Some(*name) != without)
        .map(|(_, name, _)| {
            let value = match (*name, row.path) {
                ("type", path) if path.contains("chatButton") => json!("adaptive"),
                ("type", path) if path.contains("chatWindow") => json!("embedded"),
                ("type", path) if path.contains("customVariables") => json!("text"),
                ("style", path) if path.contains("chatWindow") => json!("classic"),
                ("style", _) => json!("bubble"),
                (name, _) => member(name),
            };
            ((*name).to_owned(), value)
        });
    let object = Value::Object(required.collect());
    Some(("application/json", object.to_string()))
}

pub(super) fn send(caller: &Caller, row: &Row, target: &str, without: Option<&str>) -> Answer {
    let body = body(row, without);
    let body = body.as_ref().map(|(kind, body)| (*kind, body.as_str()));
    caller.send(row.method, target, body)
}

/// The path and the required query, without one of them.
pub(super) fn target(row: &Row, ids: &BTreeMap<&str, String>, without: Option<&str>) -> String {
    let query: Vec<String> = row
        .parameters
        .iter()
        .filter(|(place, name, required)| *place == "query" && *required && Some(*name) != without)
        .map(|(_, name, _)| format!("{name}={}", example(name)))
        .collect();
    format!("/api/v2/{}?{}", fill(row.path, ids), query.join("&"))
}

pub(super) async fn enterprise() -> (Sandbox, Caller, Caller) {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let agent = with_token(&sandbox, "admin@example.com");
    let partner = partner(&sandbox);
    (sandbox, agent, partner)
}

/// The partner for the partner's endpoints, else the agent.
pub(super) fn caller<'a>(path: &str, agent: &'a Caller, partner: &'a Caller) -> &'a Caller {
    if path.starts_with("partner/") {
        partner
    } else {
        agent
    }
}

/// Removals come last: those of campaigns' children before the campaigns', and those of chats before the departments'.
pub(super) fn in_order() -> Vec<Row> {
    let (removals, mut others): (Vec<Row>, Vec<Row>) =
        rows().into_iter().partition(|row| row.method == "DELETE");
    // It is the password by which the others sign in.
    others.retain(|row| !row.path.ends_with("/password"));
    let mut removals = removals;
    removals.sort_by_key(|row| (row.path.contains("departments"), Reverse(row.path.len())));
    others.into_iter().chain(removals).collect()
}

#[tokio::test]
async fn every_endpoint_answers_what_is_required_and_nothing_else() {
    let (sandbox, agent, partner) = enterprise().await;
    let nobody = Caller::with_header(&sandbox, None);
    let ids = ids(&agent);
    for row in in_order() {
        let caller = caller(row.path, &agent, &partner);
        let (method, path) = (row.method, row.path);
        let whole = target(&row, &ids, None);
        send(&nobody, &row, &whole, None).refused(401);
        let message = send(caller, &row, &format!("{whole}&undocumented=1"), None).refused(400);
        assert_eq!(
            message, "Parameter 'undocumented' is not known.",
            "{method} {path}"
        );
        for (place, name, required) in &row.parameters {
            if !required || !["query", "field"].contains(place) {
                continue;
            }
            let target = target(&row, &ids, Some(name));
            let message = send(caller, &row, &target, Some(name)).refused(400);
            assert_eq!(
                message,
                format!("Parameter '{name}' is required."),
                "{method} {path}"
            );
        }
        if row.parameters.iter().any(|(place, _, _)| *place == "field") {
            let body = Some(("application/json", r#"{"undocumented": 1}"#));
            let message = caller.send(method, &whole, body).refused(400);
            assert_eq!(
                message, "Parameter 'undocumented' is not known.",
                "{method} {path}"
            );
        }
        let answer = send(caller, &row, &whole, None);
        assert_eq!(answer.status, 200, "{method} {path}: {}", answer.text());
    }
}
