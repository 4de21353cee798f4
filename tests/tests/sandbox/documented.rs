//! The documented endpoints, as requests in plain HTTP.

use comm100_tests::catalogue::{self, Parameters, Texts};
use serde_json::Value;

use crate::raw::{Answer, Caller};

/// A documented endpoint with what it requires.
pub(crate) struct Documented {
    pub(crate) method: &'static str,
    /// Below `livechat/`.
    pub(crate) path: String,
    /// The query of a GET or DELETE, else the body.
    pub(crate) required: String,
    pub(crate) permission: Option<&'static str>,
    pub(crate) edition: Option<&'static str>,
}

/// Returns all of them: what creates comes first, what removes comes last.
pub(crate) fn endpoints(caller: &Caller) -> Vec<Documented> {
    let ids = ids(caller);
    let mut endpoints: Vec<Documented> = catalogue::v1()
        .iter()
        .map(|documented| {
            let row = &documented.row;
            let (target, body) = documented.sends(Parameters::Required, &ids);
            let (path, query) = target.split_once('?').unwrap_or((&target, ""));
            Documented {
                method: &row.method,
                path: path.trim_start_matches("livechat/").to_owned(),
                required: format!("{query}{body}"),
                permission: row.permission.as_deref(),
                edition: row.edition.as_deref(),
            }
        })
        .collect();
    endpoints.sort_by_key(|endpoint| match endpoint.method {
        "POST" => 0,
        "DELETE" => 2,
        _ => 1,
    });
    endpoints
}

/// Returns the ids of a chat, a message and a visitor of the account.
fn ids(caller: &Caller) -> Texts {
    let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
    let days = "date_from=2024-05-01&date_to=2024-05-14";
    let chats = caller.get(&format!("chats?{days}")).ok();
    let messages = caller.get(&format!("offline_messages?{days}")).ok();
    let visitors = caller.get("visitors").ok();
    [
        ("chat", id(&chats["chats"][0])),
        ("offline_message", id(&messages["offline_messages"][0])),
        ("visitor", id(&visitors[0])),
    ]
    .map(|(name, id)| (name.to_owned(), id))
    .into()
}

/// Sends a request with these parameters.
pub(crate) fn call(caller: &Caller, method: &str, path: &str, parameters: &str) -> Answer {
    match method {
        "GET" | "DELETE" if parameters.is_empty() => caller.send(method, path, None),
        "GET" | "DELETE" => caller.send(method, &format!("{path}?{parameters}"), None),
        _ if parameters.starts_with('[') => caller.put_json(path, parameters),
        _ => caller.send(
            method,
            path,
            Some(("application/x-www-form-urlencoded", parameters)),
        ),
    }
}
