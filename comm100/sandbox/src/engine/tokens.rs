//! The token endpoints: the OAuth password grant, for agents and for the partner.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Response, StatusCode},
    routing::post,
};
use serde_json::{Value, json};

use super::{
    dispatch::{FORM, check_media_type},
    error::ErrorResponse,
    response::{self, HandlerResponse},
    shared::Shared,
};
use crate::account::{account::Account, seed::agents::PARTNER, tokens::Owner};

const AGENTS: &str = "/oauth/token";
const PARTNERS: &str = "/partner/oauth/token";

/// Adds the token endpoints, which are at the root of the host.
pub(crate) fn serve(router: Router, shared: Shared) -> Router {
    let agents = async |State(shared): State<Shared>, headers: HeaderMap, body: Bytes| {
        respond(&shared, &headers, &body, agent)
    };
    let partners = async |State(shared): State<Shared>, headers: HeaderMap, body: Bytes| {
        respond(&shared, &headers, &body, partner)
    };
    let tokens = Router::new()
        .route(AGENTS, post(agents))
        .route(PARTNERS, post(partners))
        .with_state(shared);
    router.merge(tokens)
}

/// Finds the owner of an email and a password.
type Authenticate = fn(&Account, email: &str, password: &str) -> Option<Owner>;

fn agent(account: &Account, email: &str, password: &str) -> Option<Owner> {
    account
        .agent_by_email(email)
        .filter(|agent| agent.is_active && agent.password == password)
        .map(|agent| Owner::Agent(agent.id))
}

fn partner(account: &Account, email: &str, password: &str) -> Option<Owner> {
    let is_partner = email.eq_ignore_ascii_case(PARTNER) && password == account.partner_password;
    is_partner.then_some(Owner::Partner)
}

fn respond(
    shared: &Shared,
    headers: &HeaderMap,
    body: &[u8],
    authenticate: Authenticate,
) -> Response<axum::body::Body> {
    let quirks = shared.config().quirks;
    match grant(shared, headers, body, authenticate) {
        Ok(token) => response::success(HandlerResponse::Json(token), quirks),
        Err(error) => response::error(&error, quirks),
    }
}

fn grant(
    shared: &Shared,
    headers: &HeaderMap,
    body: &[u8],
    authenticate: Authenticate,
) -> Result<Value, ErrorResponse> {
    shared.check_rate()?;
    check_media_type(headers, FORM)?;
    let pairs: Vec<_> = form_urlencoded::parse(body).collect();
    let field = |name: &str| {
        let mut values = pairs.iter().filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) if !value.is_empty() => Ok(value.as_ref()),
            _ => Err(ErrorResponse::oauth(
                "invalid_request",
                &format!("The field '{name}' is required, once."),
            )),
        }
    };
    if field("grant_type")? != "password" {
        return Err(ErrorResponse::oauth(
            "unsupported_grant_type",
            "The only grant is 'password'.",
        ));
    }
    let (email, password) = (field("email")?, field("password")?);
    let mut account = shared.account();
    let owner = authenticate(&account, email, password).ok_or_else(|| {
        ErrorResponse::oauth("invalid_grant", "The email or the password is wrong.")
    })?;
    let lifetime = shared.config().token_lifetime;
    let milliseconds = i64::try_from(lifetime.as_millis()).unwrap_or(i64::MAX);
    let expires = shared.now_millis().saturating_add(milliseconds);
    let access_token = account.random.token();
    account.tokens.issue(access_token.clone(), owner, expires);
    Ok(json!({
        "access_token": access_token,
        "token_type": "bearer",
        "expires_in": lifetime.as_secs(),
        "refresh_token": account.random.token(),
    }))
}

impl ErrorResponse {
    /// Returns an error of RFC 6749. The documentation shows none.
    fn oauth(error: &'static str, description: &str) -> Self {
        Self {
            oauth_error: Some(error),
            ..Self::new(StatusCode::BAD_REQUEST, description)
        }
    }
}
