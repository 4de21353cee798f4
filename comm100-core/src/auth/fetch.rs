//! The ways to get a token: from the Control Panel, or from the user's source.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::{HeaderMap, HeaderValue, Method, header};
use secrecy::zeroize::{Zeroize, Zeroizing};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::time::{Instant, timeout, timeout_at};

use super::access_token::{AccessToken, TokenSource};
use super::failure::TokenFailure;
use super::secret_bytes::secret_bytes;
use crate::error::ApiError;
use crate::media_type::{FORM, JSON};
use crate::platform::Base;
use crate::policy::clock::Clock;
use crate::policy::rate_limit::RateLimiter;
use crate::policy::retry::{RetryPolicy, retry_after};
use crate::response::{Body, without_byte_order_mark};
use crate::transport::{Outgoing, Sender};

/// A token, or an error of the endpoint, is far shorter.
const RESPONSE_CAP: usize = 64 * 1024;

/// The parts of the client that token requests use.
pub(crate) struct TokenContext {
    pub(crate) sender: Arc<Sender>,
    /// The Control Panel: token requests go nowhere else.
    pub(crate) panel: Base,
    pub(crate) host: Option<HeaderValue>,
    pub(crate) user_agent: HeaderValue,
    /// The time of one token request.
    pub(crate) timeout: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) rate_limiter: Arc<RateLimiter>,
}

/// Gets a new token.
pub(super) trait FetchToken: Send + Sync + 'static {
    fn fetch(&self) -> BoxFuture<'_, Result<AccessToken, TokenFailure>>;
}

/// A user's source with a timeout for each token.
pub(super) struct BoundedSource {
    pub(super) source: Arc<dyn TokenSource>,
    pub(super) timeout: Duration,
}

impl FetchToken for BoundedSource {
    fn fetch(&self) -> BoxFuture<'_, Result<AccessToken, TokenFailure>> {
        Box::pin(async move {
            match timeout(self.timeout, self.source.token()).await {
                Ok(outcome) => outcome.map_err(TokenFailure::source),
                Err(_) => Err(TokenFailure::timed_out("the token source")),
            }
        })
    }
}

/// OAuth's password grant.
pub(super) struct PasswordGrant {
    pub(super) context: Arc<TokenContext>,
    pub(super) path: &'static str,
    pub(super) email: String,
    pub(super) password: SecretString,
    pub(super) client_id: Option<String>,
}

impl FetchToken for PasswordGrant {
    fn fetch(&self) -> BoxFuture<'_, Result<AccessToken, TokenFailure>> {
        Box::pin(async move {
            let context = &self.context;
            let until = Instant::now() + context.timeout;
            let turn = (context.rate_limiter.turn(until).await)
                .map_err(|error| TokenFailure::rate_limited(error.retry_after()))?;
            turn.take();
            self.request(Instant::now() + context.timeout).await
        })
    }
}

impl PasswordGrant {
    async fn request(&self, until: Instant) -> Result<AccessToken, TokenFailure> {
        let context = &self.context;
        let body = secret_bytes(self.form());
        let outgoing = Outgoing {
            base: &context.panel,
            method: Method::POST,
            target: Cow::Borrowed(self.path),
            path_length: self.path.len(),
            headers: self.headers(body.len()),
            body: body.into(),
        };
        let late = |_| TokenFailure::timed_out("the token endpoint");
        let response = timeout_at(until, context.sender.send(outgoing)).await;
        let mut response = response.map_err(late)?.map_err(TokenFailure::transport)?;
        let body = if response.status.is_success() {
            let body = timeout_at(until, read(&mut response.body)).await;
            body.map_err(late)??
        } else {
            response.body.read_start(RESPONSE_CAP, until).await
        };
        if response.status.is_success()
            && let Some(token) = token_of(&body)
        {
            wipe(body);
            return Ok(token);
        }
        let password = self.password.expose_secret();
        let encoded: Zeroizing<String> =
            Zeroizing::new(form_urlencoded::byte_serialize(password.as_bytes()).collect());
        let api = ApiError::decode(response.status, &body).without_secrets([password, &encoded]);
        // A text that is no object, such as `access_token=..`, may be the token, and is never shown.
        let is_object = without_byte_order_mark(&body)
            .trim_ascii_start()
            .starts_with(b"{");
        let is_error = is_object && (api.message().is_some() || api.name().is_some());
        wipe(body);
        if response.status.is_success() && !is_error {
            return Err(TokenFailure::invalid(
                "the response of the token endpoint has no token; check the platform",
            ));
        }
        let wait = retry_after(&response.headers, context.clock.now());
        Err(TokenFailure::refused(api, wait))
    }

    fn headers(&self, length: usize) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(header::ACCEPT, HeaderValue::from_static(JSON));
        headers.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("identity"),
        );
        headers.insert(header::USER_AGENT, self.context.user_agent.clone());
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(FORM));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        if let Some(host) = &self.context.host {
            headers.insert(header::HOST, host.clone());
        }
        headers
    }

    fn form(&self) -> Zeroizing<String> {
        let password = self.password.expose_secret();
        let client_id = self.client_id.as_deref().unwrap_or_default();
        // Reserved in full: a buffer that grows leaves a copy behind.
        let length = 64 + 3 * (self.email.len() + password.len() + client_id.len());
        let mut form = form_urlencoded::Serializer::new(String::with_capacity(length));
        form.append_pair("grant_type", "password")
            .append_pair("email", &self.email)
            .append_pair("password", password);
        if let Some(client_id) = &self.client_id {
            form.append_pair("client_id", client_id);
        }
        Zeroizing::new(form.finish())
    }
}

async fn read(body: &mut Body) -> Result<Bytes, TokenFailure> {
    use crate::response::ReadError;
    body.read(RESPONSE_CAP).await.map_err(|error| match error {
        ReadError::Transport(error) => TokenFailure::transport(error),
        ReadError::TooLarge => TokenFailure::invalid(
            "the response of the token endpoint is too large; check the platform",
        ),
    })
}

#[derive(Deserialize)]
struct TokenResponse {
    access_token: String,
    #[serde(default)]
    expires_in: serde_json::Value,
}

fn token_of(body: &[u8]) -> Option<AccessToken> {
    let response: TokenResponse = serde_json::from_slice(without_byte_order_mark(body)).ok()?;
    let token = AccessToken::new(response.access_token);
    Some(match seconds(&response.expires_in) {
        Some(life) => token.expires_in(life),
        None => token,
    })
}

/// Reads the life of a token: seconds, as a number or as text.
fn seconds(value: &serde_json::Value) -> Option<Duration> {
    let seconds = match value {
        serde_json::Value::Number(number) => number.as_f64()?,
        serde_json::Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    // A negative life has ended; a value that is not a time means no end.
    Duration::try_from_secs_f64(seconds.max(0.0)).ok()
}

/// Overwrites a body, if it is not shared.
fn wipe(body: Bytes) {
    if let Ok(mut body) = body.try_into_mut() {
        body.as_mut().zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_life_of_a_token_is_a_number_or_a_text() {
        for (text, expected) in [
            ("43199", Some(43_199.0)),
            ("\"43199\"", Some(43_199.0)),
            ("\" 60 \"", Some(60.0)),
            ("0.5", Some(0.5)),
            ("0", Some(0.0)),
            ("-1", Some(0.0)),
            ("\"soon\"", None),
            ("\"NaN\"", Some(0.0)),
            ("\"inf\"", None),
            ("1e300", None),
            ("null", None),
            ("[]", None),
        ] {
            let body = format!(r#"{{"access_token":"t","expires_in":{text}}}"#);
            let token = token_of(body.as_bytes()).expect(text);
            let life = token.expires_in.map(|life| life.as_secs_f64());
            assert_eq!(life, expected, "{text}");
        }
        let token = token_of(br#"{"access_token":"t","token_type":"bearer"}"#);
        assert_eq!(token.expect("a token").expires_in, None);
        assert!(token_of(br#"{"token":"t"}"#).is_none());
        assert!(token_of(b"\xef\xbb\xbf{\"access_token\":\"t\"}").is_some());
    }
}
