//! Authorization: the caller of a request, and its permission.

use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::{
    error::ErrorResponse,
    route::{Callers, Route},
    version::Version,
};
use crate::account::{access::Edition, account::Account, tokens::Owner};

/// The caller of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    pub(crate) owner: Owner,
    /// A token says whose site it is for, and an API key does not.
    pub(crate) has_token: bool,
}

/// Returns the caller of a request to this version: version 1 documents API keys only, later ones tokens too.
///
/// An agent that was removed or is not active gets the same error as a wrong key.
pub(crate) fn authorize(
    account: &Account,
    version: Version,
    headers: &HeaderMap,
    now_millis: i64,
) -> Result<Caller, ErrorResponse> {
    let value = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let (scheme, credentials) = value
        .and_then(|value| value.split_once(' '))
        .unwrap_or_default();
    let credentials = credentials.trim();
    if scheme.eq_ignore_ascii_case("Bearer") && version.takes_tokens() {
        let owner = account
            .tokens
            .owner(credentials, now_millis)
            .filter(|owner| match owner {
                Owner::Agent(id) => account.agent(*id).is_some_and(|agent| agent.is_active),
                Owner::Partner => true,
            })
            .ok_or_else(|| ErrorResponse::unauthorized("The token is wrong or expired."))?;
        return Ok(Caller {
            owner,
            has_token: true,
        });
    }
    let id = scheme
        .eq_ignore_ascii_case("Basic")
        .then(|| agent_of_key(account, credentials))
        .flatten()
        .ok_or_else(|| ErrorResponse::unauthorized("The email or the API key is wrong."))?;
    Ok(Caller {
        owner: Owner::Agent(id),
        has_token: false,
    })
}

/// Reads `base64(email:key)`.
fn agent_of_key(account: &Account, encoded: &str) -> Option<u64> {
    let decoded = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (email, api_key) = decoded.split_once(':')?;
    account
        .agent_by_email(email)
        .filter(|agent| agent.is_active && agent.api_key == api_key)
        .map(|agent| agent.id)
}

/// Rejects an endpoint for other callers, one that the account's edition lacks, and one that the agent has no
/// permission for. Returns the id of the agent, 0 for the partner.
pub(crate) fn check_access(
    account: &Account,
    caller: Caller,
    route: &Route,
    edition: Edition,
) -> Result<u64, ErrorResponse> {
    let agent = match (caller.owner, route.callers) {
        (Owner::Agent(id), Callers::Agents) => id,
        (Owner::Partner, Callers::Partner) => return Ok(0),
        (_, Callers::Partner) => {
            return Err(ErrorResponse::forbidden(
                "Permission denied: this needs the partner's token.",
            ));
        }
        (_, Callers::Agents) => {
            return Err(ErrorResponse::forbidden(
                "Permission denied: this needs an agent's key or token.",
            ));
        }
    };
    if let Some(needed) = route.edition.filter(|needed| edition < *needed) {
        return Err(ErrorResponse::edition(needed, edition));
    }
    match route.permission {
        Some(permission) if !account.may(agent, permission) => {
            Err(ErrorResponse::permission(permission))
        }
        _ => Ok(agent),
    }
}
