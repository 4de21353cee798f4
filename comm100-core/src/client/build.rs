//! Building a client: everything is checked, nothing is sent.

use std::sync::{Arc, RwLock};

use http::HeaderValue;
use tokio::sync::Notify;

use super::builder::{ClientBuilder, CustomTransport};
use super::client::{Client, Inner};
use super::common_headers::CommonHeaders;
use crate::auth::TokenContext;
use crate::error::{Error, Result};
use crate::headers::ascii_header;
use crate::platform::{Base, Location};
use crate::policy::in_flight::InFlight;
use crate::policy::quota::{Gate, RateKey, RateLimit, ServiceTime, Shared, account_key};
use crate::policy::rate_limit::RateLimiter;
use crate::policy::retry::Budget;
use crate::policy::settings::Settings;
use crate::transport::Sender;

impl ClientBuilder {
    /// Checks everything and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that says what cannot be used, and never the key.
    pub fn build(self) -> Result<Client> {
        let location = self.platform.location()?;
        let location = match self.version {
            Some(version) => location.with_version(version)?,
            None => location,
        };
        let Some(credentials) = self.credentials else {
            return Err(Error::config(
                "there are no credentials; set `.credentials(Credentials::new(email, api_key))`"
                    .into(),
            ));
        };
        let settings = self.settings;
        settings.validate()?;
        let user_agent = user_agent(self.user_agent)?;
        let (default_headers, default_query) = self.defaults.check()?;
        let origins = [&location.panel.url, &location.root.url];
        let sender = match self.transport {
            Some(CustomTransport(sender)) => sender,
            None => Sender::default_for(origins, settings.connect_timeout)?,
        };
        #[cfg(feature = "tower")]
        let sender = self.layers.around(sender);
        let takes_host = sender.takes_host();
        let host = |base: &Base| takes_host.then(|| base.host()).transpose();
        let sender = Arc::new(sender);
        let rate_limiter = Arc::new(rate_limiter(&settings, &location));
        let token_context = Arc::new(TokenContext {
            sender: Arc::clone(&sender),
            host: host(&location.panel)?,
            panel: location.panel.clone(),
            user_agent: user_agent.clone(),
            timeout: settings.attempt_timeout,
            retry: settings.retry.clone(),
            clock: Arc::clone(&settings.clock),
            rate_limiter: Arc::clone(&rate_limiter),
        });
        let authorize = credentials.authorize(&token_context)?;
        Ok(Client {
            inner: Arc::new(Inner {
                headers: CommonHeaders::new(user_agent, host(&location.root)?, default_headers),
                default_query,
                budget: Budget::new(settings.retry.budget_size()),
                in_flight: InFlight::new(settings.max_in_flight),
                rate_limiter,
                token_context,
                swapped: Notify::new(),
                quota: gate(&settings, &location, authorize.identity())?,
                authorize: RwLock::new(authorize),
                clock: Arc::clone(&settings.clock),
                counters: Arc::default(),
                location,
                settings,
                sender,
            }),
        })
    }
}

fn user_agent(text: Option<String>) -> Result<HeaderValue> {
    match text {
        None => Ok(HeaderValue::from_static(concat!(
            "comm100-rust/",
            env!("CARGO_PKG_VERSION")
        ))),
        Some(text) => ascii_header(&text).ok_or_else(|| {
            Error::config(
                "`user_agent` contains a character that is not allowed in a header; use visible ASCII".into(),
            )
        }),
    }
}

/// Returns the limit that is set, else the one that the platform documents. The limit is that of the API's
/// host, whatever the account.
fn rate_limiter(settings: &Settings, location: &Location) -> RateLimiter {
    let documented = location
        .rate_limit
        .map(|(requests, per)| RateLimit::new(requests, per));
    RateLimiter::new(
        settings.rate_limit.or(documented),
        RateKey::new(
            location.root.authority.as_str(),
            settings.rate_group.as_deref(),
        ),
        settings.quota_store.clone(),
        settings.quota_outage,
    )
}

fn gate(settings: &Settings, location: &Location, identity: Option<&str>) -> Result<Gate> {
    let shared = match &settings.quota_store {
        None => None,
        Some(store) => {
            let account = match (&settings.quota_account, identity) {
                (Some(account), _) => account.clone(),
                (None, Some(identity)) => {
                    account_key(location.panel.url.host_str().unwrap_or_default(), identity)
                }
                (None, None) => {
                    return Err(Error::config(
                        "a shared `quota_store` counts by account, which a token does not name; set `quota_account`".into(),
                    ));
                }
            };
            let store = Arc::clone(store);
            Some(Shared::new(store, account.into(), settings.quota_outage))
        }
    };
    Ok(Gate::new(
        ServiceTime::new(Arc::clone(&settings.clock)),
        settings.daily_limit,
        shared,
        settings.quota_classifier.clone(),
    ))
}
