//! OAuth tokens, required site ids and rate limits.

use std::time::Duration;

use comm100::sandbox::Sandbox;
use serde_json::Value;

use crate::raw::{Answer, Caller, admin, at_noon};

const FORM: &str = "application/x-www-form-urlencoded";

/// Requests a token.
pub(crate) fn request_token(sandbox: &Sandbox, path: &str, form: &str) -> Answer {
    Caller::with_header(sandbox, None).send("POST", path, Some((FORM, form)))
}

fn grant(sandbox: &Sandbox, path: &str, email: &str) -> Value {
    let password = sandbox.password(email).expect("a password");
    let form = format!(
        "grant_type=password&email={email}&password={}",
        password.replace(' ', "+")
    );
    request_token(sandbox, path, &form).ok()
}

fn bearer(sandbox: &Sandbox, token: &Value) -> Caller {
    let token = token["access_token"].as_str().expect("a token");
    Caller::with_header(sandbox, Some(&format!("Bearer {token}")))
}

/// A caller with a token of this agent.
pub(crate) fn with_token(sandbox: &Sandbox, email: &str) -> Caller {
    bearer(sandbox, &grant(sandbox, "/oauth/token", email))
}

/// A caller with the partner's token.
pub(crate) fn partner(sandbox: &Sandbox) -> Caller {
    let token = grant(sandbox, "/partner/oauth/token", "partner@example.com");
    bearer(sandbox, &token)
}

const DEPARTMENTS: &str = "/api/v2/livechat/departments";

#[tokio::test]
async fn a_token_is_as_documented_and_authorizes_version_2_only() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let token = grant(&sandbox, "/oauth/token", "admin@example.com");
    assert_eq!(token["token_type"], "bearer");
    assert_eq!(token["expires_in"], 43_199);
    assert_eq!(token["refresh_token"].as_str().expect("a text").len(), 64);
    assert_eq!(sandbox.tokens_issued(), 1);
    // A token request is not a call of the API.
    assert_eq!(sandbox.used_today(), 0);
    let caller = bearer(&sandbox, &token);
    caller.get(DEPARTMENTS).ok();
    caller.get("departments").refused(401);
    // A key is valid for both.
    admin(&sandbox).get(DEPARTMENTS).ok();
    assert_eq!(sandbox.used_today(), 2);
}

#[tokio::test]
async fn a_wrong_grant_gets_an_oauth_error() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let password = sandbox.password("admin@example.com").expect("a password");
    let password = password.replace(' ', "+");
    let wrong = [
        ("", "invalid_request"),
        (
            "grant_type=password&email=admin@example.com",
            "invalid_request",
        ),
        (
            "grant_type=password&email=a@b.example&email=c@d.example&password=x",
            "invalid_request",
        ),
        (
            "grant_type=client_credentials&email=a@b.example&password=x",
            "unsupported_grant_type",
        ),
        (
            "grant_type=password&email=admin@example.com&password=x",
            "invalid_grant",
        ),
        (
            "grant_type=password&email=nobody@example.com&password=x",
            "invalid_grant",
        ),
    ];
    let inactive = format!("grant_type=password&email=former@example.com&password={password}");
    let partner = format!("grant_type=password&email=partner@example.com&password={password}");
    for (form, error) in wrong
        .into_iter()
        .chain([(&*inactive, "invalid_grant"), (&*partner, "invalid_grant")])
    {
        let answer = request_token(&sandbox, "/oauth/token", form);
        assert_eq!(answer.status, 400, "{form}");
        let body = answer.json();
        assert_eq!(body["error"], error, "{form}");
        assert!(body["error_description"].is_string(), "{body}");
    }
    let agent = format!("grant_type=password&email=admin@example.com&password={password}");
    let answer = request_token(&sandbox, "/partner/oauth/token", &agent);
    assert_eq!(answer.json()["error"], "invalid_grant");
    assert_eq!(sandbox.tokens_issued(), 0);
}

#[tokio::test]
async fn a_revoked_or_expired_token_is_rejected() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let token = grant(&sandbox, "/oauth/token", "admin@example.com");
    let (first, second) = (
        bearer(&sandbox, &token),
        with_token(&sandbox, "admin@example.com"),
    );
    let secret = token["access_token"].as_str().expect("a token");
    assert!(sandbox.revoke_token(secret));
    assert!(!sandbox.revoke_token(secret));
    first.get(DEPARTMENTS).refused(401);
    second.get(DEPARTMENTS).ok();
    sandbox.revoke_tokens();
    second.get(DEPARTMENTS).refused(401);
    Caller::with_header(&sandbox, Some("Bearer made-up"))
        .get(DEPARTMENTS)
        .refused(401);

    let sandbox = at_noon()
        .token_lifetime(Duration::ZERO)
        .start()
        .await
        .expect("a sandbox");
    with_token(&sandbox, "admin@example.com")
        .get(DEPARTMENTS)
        .refused(401);
}

#[tokio::test]
async fn a_token_has_the_permissions_of_its_agent() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "support@example.com");
    let message = caller.get(DEPARTMENTS).refused(403);
    assert!(message.contains("'Manage Settings'"), "{message}");
    caller.get("/api/v2/account/agents/me").ok();
    caller.get("/api/v2/partner/sites").refused(403);
    let partner = partner(&sandbox);
    partner.get("/api/v2/partner/sites").ok();
    partner.get(DEPARTMENTS).refused(403);
    admin(&sandbox).get("/api/v2/partner/sites").refused(403);
}

#[tokio::test]
async fn an_api_key_needs_the_site_id_if_it_is_required() {
    let sandbox = at_noon()
        .require_site_id(10_100_116)
        .start()
        .await
        .expect("a sandbox");
    let caller = admin(&sandbox);
    for target in ["departments", DEPARTMENTS] {
        let message = caller.get(target).refused(400);
        assert_eq!(message, "Parameter 'siteId' is required.");
        caller.get(&format!("{target}?siteId=1")).refused(401);
        caller.get(&format!("{target}?siteId=10100116")).ok();
        caller.get(&format!("{target}?siteid=10100116")).ok();
    }
    // A token is for one site.
    with_token(&sandbox, "admin@example.com")
        .get(DEPARTMENTS)
        .ok();
    // Otherwise it is a parameter that no endpoint has.
    let sandbox = at_noon().start().await.expect("a sandbox");
    admin(&sandbox)
        .get("departments?siteId=10100116")
        .refused(400);
}

#[tokio::test]
async fn requests_over_the_rate_limit_get_a_retry_after() {
    let sandbox = at_noon()
        .rate_limit(3, Duration::from_secs(300))
        .start()
        .await
        .expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    caller.get(DEPARTMENTS).ok();
    admin(&sandbox).get("departments").ok();
    let answer = caller.get(DEPARTMENTS);
    let seconds: u64 = answer
        .header("retry-after")
        .expect("Retry-After")
        .parse()
        .expect("seconds");
    assert!((290..=300).contains(&seconds), "{seconds}");
    answer.refused(429);
    assert_eq!(request_token(&sandbox, "/oauth/token", "").status, 429);
    assert_eq!(sandbox.used_today(), 2);
}

#[tokio::test]
async fn a_window_without_end_is_a_limit_too() {
    let limited = at_noon().rate_limit(0, Duration::MAX);
    let sandbox = limited.start().await.expect("a sandbox");
    let answer = admin(&sandbox).get("departments");
    let seconds = answer.header("retry-after").map(str::parse);
    assert_eq!(seconds, Some(Ok(u64::MAX)));
    answer.refused(429);
}
