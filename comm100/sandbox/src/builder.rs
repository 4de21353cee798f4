//! The options of a sandbox.

use std::{sync::Arc, time::Duration};

use comm100_core::{__private::config_error, Result};
use jiff::Timestamp;

#[cfg(feature = "explorer")]
use crate::{
    account::seed::agents::ADMIN,
    server::explorer::{
        self,
        prepare::{SignIn, prepare},
    },
};
use crate::{
    account::{access::Edition, account::Account, seed},
    clock::Clock,
    config::Config,
    engine::{dispatch, error::ErrorResponse, response, route::Route, shared::Shared, tokens},
    quirks::Quirks,
    sandbox::Sandbox,
    server::{
        document::Document,
        fault::{self, Faults},
        listener::Server,
    },
    v1, v2,
};

/// Builds a [`Sandbox`]. Every option has a default.
///
/// ```
/// use comm100::sandbox::{Edition, Sandbox};
///
/// # async fn demo() -> comm100::Result<()> {
/// let sandbox = Sandbox::builder()
///     .daily_limit(1_000)
///     .edition(Edition::Business)
///     .start()
///     .await?;
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `.start()`"]
pub struct SandboxBuilder {
    daily_limit: Option<u64>,
    seed: u64,
    config: Config,
    openapi: Option<String>,
    #[cfg(feature = "explorer")]
    has_explorer: bool,
    port: u16,
}

impl SandboxBuilder {
    /// Sets the number of requests per day, UTC; further ones get 403. Defaults to no limit.
    pub fn daily_limit(mut self, requests: u64) -> Self {
        self.daily_limit = Some(requests);
        self
    }

    /// Sets the edition of the account. Defaults to [`Edition::Enterprise`].
    pub fn edition(mut self, edition: Edition) -> Self {
        self.config.edition = edition;
        self
    }

    /// Adds the chatbot to the account, whose numbers are in the reports in real time. Defaults to
    /// false.
    pub fn chatbot(mut self, has_chatbot: bool) -> Self {
        self.config.has_chatbot = has_chatbot;
        self
    }

    /// Sets the seed of the account. The same seed and time make the same chats, visitors and API
    /// keys. Defaults to 0.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the odd forms of the documented bodies to use. Defaults to none.
    pub fn quirks(mut self, quirks: impl Into<Quirks>) -> Self {
        self.config.quirks = quirks.into();
        self
    }

    /// Sets the clock. Defaults to the system's. The history is made once, up to the time at the
    /// start. If the clock advances, today is another day, and the daily limit resets at 00:00 UTC.
    ///
    /// ```
    /// use comm100::sandbox::Sandbox;
    ///
    /// # async fn demo() -> Result<(), Box<dyn std::error::Error>> {
    /// let noon: jiff::Timestamp = "2024-05-14T12:00:00Z".parse()?;
    /// let sandbox = Sandbox::builder().clock(move || noon).start().await?;
    /// # Ok(()) }
    /// ```
    pub fn clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.config.clock = Clock::new(now);
        self
    }

    /// Sets the port of 127.0.0.1. Defaults to 0, which is any free port.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sets the lifetime of OAuth tokens, which is also in `expires_in`, in whole seconds. Defaults to 43,199 seconds, as
    /// in the documentation. Tokens expire by the sandbox's [clock](Self::clock).
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.config.token_lifetime = lifetime;
        self
    }

    /// Requires `siteId` with this value in the query of requests with an API key, as version 4 of the API does. A
    /// request without it gets 400, one with another site's id 401. Defaults to not required.
    pub fn require_site_id(mut self, site_id: u64) -> Self {
        self.config.site_id = Some(site_id);
        self
    }

    /// Allows this many requests in any window of this length, token requests too. Further ones get 429 with
    /// `Retry-After`. The window is measured by the system's clock. Defaults to no limit.
    pub fn rate_limit(mut self, requests: u32, per: Duration) -> Self {
        let requests = usize::try_from(requests).unwrap_or(usize::MAX);
        self.config.rate_limit = Some((requests, per));
        self
    }

    /// Sets the timeout of each request that [`Sandbox::deliver`] sends. Defaults to 10 seconds.
    pub fn delivery_timeout(mut self, timeout: Duration) -> Self {
        self.config.delivery_timeout = timeout;
        self
    }

    /// Serves this OpenAPI document at `/openapi.json`, with the sandbox's own origin as its server. Without one, that
    /// path returns 404.
    ///
    /// ```
    /// use comm100::sandbox::Sandbox;
    /// # let document = "{}";
    ///
    /// # async fn demo(document: &str) -> comm100::Result<()> {
    /// // With the features `openapi` and `v1`: `comm100::openapi(comm100::v1::endpoints()).to_string()`.
    /// let sandbox = Sandbox::builder().openapi(document).start().await?;
    /// # Ok(()) }
    /// ```
    pub fn openapi(mut self, document: impl Into<String>) -> Self {
        self.openapi = Some(document.into());
        self
    }

    /// Serves an API explorer at `/`, for browsers: it shows the endpoints of the document that
    /// [`openapi`](Self::openapi) sets, which it needs, and how to sign in, sends requests and shows the responses.
    /// Everything is in the program, so that no network is needed.
    ///
    /// The page contains the admin's API key and password, as anyone on this machine may use the sandbox.
    ///
    /// ```
    /// use comm100::sandbox::Sandbox;
    /// # let document = "{}";
    ///
    /// # async fn demo(document: &str) -> comm100::Result<()> {
    /// let sandbox = Sandbox::builder().openapi(document).explorer().start().await?;
    /// println!("open {}/ in a browser", sandbox.origin());
    /// # Ok(()) }
    /// ```
    #[cfg(feature = "explorer")]
    #[cfg_attr(docsrs, doc(cfg(feature = "explorer")))]
    pub fn explorer(mut self) -> Self {
        self.has_explorer = true;
        self
    }

    /// Makes the account and starts the server.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if the port is taken, or the system provides no
    /// port or no thread, if the text of [`openapi`](Self::openapi) is not a JSON object, or if there is an explorer
    /// without it.
    pub async fn start(self) -> Result<Sandbox> {
        let mut account = seed::account(self.seed, self.config.clock.now(), self.daily_limit);
        v2::seed(&mut account);
        let document = self.document(&account)?;
        let quirks = self.config.quirks;
        let shared = Shared::new(account, self.config);
        let faults = Arc::new(Faults::new(move |status, message| {
            response::error(&ErrorResponse::new(status, message), quirks)
        }));
        let mut router = dispatch::router(all_routes(), shared.clone());
        router = tokens::serve(router, shared.clone());
        if let Some(document) = document {
            router = document.serve(router);
        }
        let router = fault::layer(router, Arc::clone(&faults));
        #[cfg(feature = "explorer")]
        let router = if self.has_explorer {
            explorer::serve(router)
        } else {
            router
        };
        let server = Server::start(self.port, router).await.map_err(|error| {
            config_error(format!(
                "the sandbox cannot listen on 127.0.0.1:{}: {error}; choose another port, or 0 for any free one",
                self.port,
            ))
        })?;
        Ok(Sandbox::new(shared, faults, server))
    }
}

impl SandboxBuilder {
    #[cfg_attr(
        not(feature = "explorer"),
        allow(unused_variables, reason = "only the explorer shows the account")
    )]
    fn document(&self, account: &Account) -> Result<Option<Document>> {
        let document = self.openapi.as_deref().map(Document::parse).transpose()?;
        #[cfg(feature = "explorer")]
        if self.has_explorer {
            let Some(mut document) = document else {
                return Err(config_error(
                    "`.explorer()` needs a document; call `.openapi(..)` as well".to_owned(),
                ));
            };
            if let Some(admin) = account.agent_by_email(ADMIN) {
                let sign_in = SignIn {
                    email: &admin.email,
                    api_key: &admin.api_key,
                    password: &admin.password,
                };
                prepare(&mut document, &sign_in);
            }
            return Ok(Some(document));
        }
        Ok(document)
    }
}

/// Returns the routes of all versions.
pub(crate) fn all_routes() -> Vec<Route> {
    v1::routes().into_iter().chain(v2::routes()).collect()
}

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1, with all defaults.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if the system provides no port or no thread.
    pub async fn start() -> Result<Self> {
        Self::builder().start().await
    }

    /// Returns a builder with all defaults.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }
}
