//! Who sends a request, and whether they may.

use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{
    account::{
        State,
        access::{Edition, Permission},
        entity::agent::Agent,
    },
    engine::{error::Refusal, route::Route},
};

/// Finds the agent whose email and API key the request carries.
///
/// An agent that was removed or is not active is refused as if its key were wrong.
pub(crate) fn authorize(state: &State, headers: &HeaderMap) -> Result<u64, Refusal> {
    let (email, api_key) = credentials(headers).ok_or_else(Refusal::unauthorized)?;
    state
        .agent_by_email(&email)
        .filter(|agent| agent.is_active && agent.api_key == api_key)
        .map(|agent| agent.id)
        .ok_or_else(Refusal::unauthorized)
}

/// Reads `Authorization: Basic base64(email:key)`.
fn credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("Basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (email, api_key) = decoded.split_once(':')?;
    Some((email.to_owned(), api_key.to_owned()))
}

/// Refuses an endpoint that the account's edition lacks or the agent is not permitted.
pub(crate) fn permit(
    state: &State,
    caller: u64,
    route: &Route,
    edition: Edition,
) -> Result<(), Refusal> {
    if let Some(needed) = route.edition.filter(|needed| edition < *needed) {
        return Err(Refusal::forbidden(format!(
            "Permission denied: this needs the {needed} edition, the account has the {edition} \
             edition.",
        )));
    }
    match route.permission {
        Some(permission) if !may(state, caller, permission) => Err(denied(permission)),
        _ => Ok(()),
    }
}

/// Whether the agent has this permission.
pub(crate) fn may(state: &State, caller: u64, permission: Permission) -> bool {
    state
        .agent(caller)
        .is_some_and(|agent: &Agent| agent.may(permission))
}

pub(crate) fn denied(permission: Permission) -> Refusal {
    Refusal::forbidden(format!(
        "Permission denied: the agent lacks the permission '{permission}'.",
    ))
}
