//! Authorization: the agent that sends a request, and its permission.

use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::{error::ErrorResponse, route::Route};
use crate::account::{access::Edition, account::Account};

/// Returns the id of the agent whose email and API key the request has.
///
/// An agent that was removed or is not active gets the same error as a wrong key.
pub(crate) fn authorize(account: &Account, headers: &HeaderMap) -> Result<u64, ErrorResponse> {
    let wrong = || ErrorResponse::unauthorized("The email or the API key is wrong.");
    let (email, api_key) = credentials(headers).ok_or_else(wrong)?;
    account
        .agent_by_email(&email)
        .filter(|agent| agent.is_active && agent.api_key == api_key)
        .map(|agent| agent.id)
        .ok_or_else(wrong)
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

/// Rejects an endpoint that the account's edition lacks or the agent has no permission for.
pub(crate) fn check_access(
    account: &Account,
    caller: u64,
    route: &Route,
    edition: Edition,
) -> Result<(), ErrorResponse> {
    if let Some(needed) = route.edition.filter(|needed| edition < *needed) {
        return Err(ErrorResponse::edition(needed, edition));
    }
    match route.permission {
        Some(permission) if !account.may(caller, permission) => {
            Err(ErrorResponse::permission(permission))
        }
        _ => Ok(()),
    }
}
