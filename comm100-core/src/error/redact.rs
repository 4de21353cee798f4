//! Removes secrets that the service repeats in its message.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use secrecy::zeroize::Zeroizing;

use super::{ApiError, Error};

/// A shorter secret is too likely to be a part of an ordinary word.
const SHORTEST: usize = 8;

impl Error {
    /// Replaces the secrets of an `Authorization` header in the service's name and message of the error.
    pub(crate) fn without_secrets_of(mut self, authorization: &HeaderValue) -> Self {
        let api = self.0.api.take();
        self.0.api = api.map(|api| api.without_secrets_of(Some(authorization)));
        self
    }
}

impl ApiError {
    /// Replaces the secrets of an `Authorization` header in the name and the message. The body keeps
    /// them.
    pub(crate) fn without_secrets_of(self, authorization: Option<&HeaderValue>) -> Self {
        let Some(value) = authorization.and_then(|value| value.to_str().ok()) else {
            return self;
        };
        let (scheme, sent) = value.split_once(' ').unwrap_or(("", value));
        let decoded = Zeroizing::new(if scheme == "Basic" {
            STANDARD.decode(sent).unwrap_or_default()
        } else {
            Vec::new()
        });
        // The user of Basic authorization is not a secret.
        let password = std::str::from_utf8(&decoded)
            .ok()
            .and_then(|pair| pair.split_once(':'))
            .map_or("", |(_, password)| password);
        self.without_secrets([sent, password])
    }

    /// Replaces secrets in the name and the message. The body keeps them.
    pub(crate) fn without_secrets(mut self, secrets: [&str; 2]) -> Self {
        for text in [&mut self.name, &mut self.message].into_iter().flatten() {
            for secret in secrets {
                if secret.len() >= SHORTEST && text.contains(secret) {
                    *text = text.replace(secret, "[REDACTED]");
                }
            }
        }
        self
    }
}
