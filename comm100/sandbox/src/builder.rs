//! What can be chosen about a sandbox.

use jiff::Timestamp;

use crate::{
    Sandbox,
    account::{access::Edition, seed},
    clock::Clock,
    quirks::Quirks,
    server::{Server, Shared, Traits, document::Document},
};
use comm100_core::{__private::config_error, Result};

/// Builds a [`Sandbox`]. Everything has a default.
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
    traits: Traits,
    openapi: Option<String>,
    port: u16,
}

impl SandboxBuilder {
    /// How many requests the account may make a day, UTC; the rest answer 403. No limit by
    /// default.
    pub fn daily_limit(mut self, requests: u64) -> Self {
        self.daily_limit = Some(requests);
        self
    }

    /// The edition of the account; [`Edition::Enterprise`] by default.
    pub fn edition(mut self, edition: Edition) -> Self {
        self.traits.edition = edition;
        self
    }

    /// Whether the account has the chatbot, which adds its numbers to the reports in real time;
    /// it has none by default.
    pub fn chatbot(mut self, has_chatbot: bool) -> Self {
        self.traits.has_chatbot = has_chatbot;
        self
    }

    /// Another seed makes other chats, visitors and API keys; the same seed at the same time makes
    /// the same. 0 by default.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The odd forms of the documented bodies to answer in; none by default.
    pub fn quirks(mut self, quirks: impl Into<Quirks>) -> Self {
        self.traits.quirks = quirks.into();
        self
    }

    /// Where the time comes from; the system's clock by default. The history is made once, up to
    /// the time at the start; a clock that goes on moves what is today, and resets the daily limit
    /// at 00:00 UTC.
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
        self.traits.clock = Clock::new(now);
        self
    }

    /// The port of 127.0.0.1 to listen on; 0, the default, is any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Serves this OpenAPI document at `/openapi.json`, with the sandbox's own origin as its server. Without one, that
    /// path answers 404.
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

    /// Makes the account and starts the server.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if the port is taken, or the system gives no
    /// port or no thread, or if the text of [`openapi`](Self::openapi) is not a JSON object.
    pub async fn start(self) -> Result<Sandbox> {
        let state = seed::state(self.seed, self.traits.clock.now(), self.daily_limit);
        let document = self.openapi.as_deref().map(Document::parse).transpose()?;
        let shared = Shared::new(state, self.traits, document);
        let server = Server::start(self.port, shared.clone())
            .await
            .map_err(|error| {
                config_error(format!(
                    "the sandbox cannot listen on 127.0.0.1:{}: {error}; choose another port, or 0 \
                 for any free one",
                    self.port,
                ))
            })?;
        let origin = format!("http://{}", server.address());
        Ok(Sandbox {
            shared,
            server,
            origin,
        })
    }
}
