//! Building a client: everything is checked, nothing is sent.

use std::sync::{Arc, RwLock};

use http::HeaderValue;
use url::Url;

use super::builder::{ClientBuilder, CustomTransport};
use super::client::{Client, Inner};
use super::common_headers::CommonHeaders;
use crate::error::{Error, Result};
use crate::headers::ascii_header;
use crate::platform::Base;
use crate::policy::in_flight::InFlight;
use crate::policy::quota::{Gate, RateKey, RateLimit, ServiceTime, Shared, account_key};
use crate::policy::rate_limit::RateLimiter;
use crate::policy::retry::Budget;
use crate::policy::settings::Settings;
use crate::service::{ApiVersion, documented_rate_limit};
use crate::transport::Sender;

impl ClientBuilder {
    /// Checks everything and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that says what cannot be used, and never the key.
    pub fn build(self) -> Result<Client> {
        let origin = self.platform.origin()?;
        let Some(credentials) = self.credentials else {
            return Err(Error::config(
                "there are no credentials; give `.credentials(Credentials::new(email, api_key))`"
                    .into(),
            ));
        };
        let authorize = credentials.authorize()?;
        let settings = self.settings;
        settings.validate()?;
        let user_agent = match self.user_agent {
            None => HeaderValue::from_static(concat!("comm100-rust/", env!("CARGO_PKG_VERSION"))),
            Some(text) => ascii_header(&text).ok_or_else(|| {
                Error::config(
                    "`user_agent` holds a character that cannot stand in a header; give visible ASCII".into(),
                )
            })?,
        };
        let sender = match self.transport {
            Some(CustomTransport(transport)) => Sender::Custom(transport),
            None => Sender::default_for(&origin, settings.connect_timeout)?,
        };
        #[cfg(feature = "tower")]
        let sender = if self.layers.is_empty() {
            sender
        } else {
            Sender::Custom(self.layers.around(sender.into_transport()))
        };
        let [v1, v2, v3, v4] = ApiVersion::all().map(|version| Base::new(&origin, version));
        let bases = [v1?, v2?, v3?, v4?];
        let host = sender.takes_host().then(|| bases[0].host()).transpose()?;
        Ok(Client {
            inner: Arc::new(Inner {
                bases,
                version: self.version,
                headers: CommonHeaders::new(user_agent, host),
                budget: Budget::new(settings.retry.budget_size()),
                in_flight: InFlight::new(settings.max_in_flight),
                rate_limiter: rate_limiter(&settings, &origin),
                quota: gate(&settings, &origin, authorize.identity().unwrap_or_default()),
                authorize: RwLock::new(authorize),
                clock: Arc::clone(&settings.clock),
                counters: Arc::default(),
                settings,
                sender,
            }),
        })
    }
}

/// The limit that is set, else the one that the platform documents.
fn rate_limiter(settings: &Settings, origin: &Url) -> RateLimiter {
    let host = origin.host_str().unwrap_or_default();
    let documented = || {
        let (requests, per) = documented_rate_limit(host)?;
        Some(RateLimit::new(requests, per))
    };
    let authority = match origin.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    RateLimiter::new(
        settings.rate_limit.or_else(documented),
        RateKey::new(&authority, settings.rate_group.as_deref()),
        settings.quota_store.clone(),
        settings.quota_outage,
    )
}

fn gate(settings: &Settings, origin: &Url, identity: &str) -> Gate {
    let account = || match &settings.quota_account {
        Some(account) => account.clone(),
        None => account_key(origin.host_str().unwrap_or_default(), identity),
    };
    let shared = settings
        .quota_store
        .as_ref()
        .map(|store| Shared::new(Arc::clone(store), account().into(), settings.quota_outage));
    Gate::new(
        ServiceTime::new(Arc::clone(&settings.clock)),
        settings.daily_limit,
        shared,
        settings.quota_classifier.clone(),
    )
}
