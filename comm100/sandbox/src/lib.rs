//! The documented API as an embedded server on loopback, for tests, examples and trying out.
//!
//! A [`Sandbox`] is a real HTTP server on `127.0.0.1` with an account of its own: agents,
//! departments, and some months of chats, visits and offline messages, made from a seed. It answers
//! all 70 documented endpoints; what is written can be read, and the reports are computed from the
//! same chats that the lists show.
//!
//! ```
//! use comm100::sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> comm100::Result<()> {
//! let sandbox = Sandbox::start().await?;
//! let client = sandbox.client()?;
//! # let _ = client;
//! println!("{}api/v1/livechat/chats", sandbox.origin());
//! # Ok(()) }
//! ```
//!
//! # The account
//!
//! | agent | email | may |
//! | --- | --- | --- |
//! | Ada Marsh | `admin@example.com` | everything |
//! | Liam Okafor | `lead@example.com` | everything but `View Reports` |
//! | Ravi Kapoor | `reports@example.com` | `View Reports` alone |
//! | Sam Torres | `sales@example.com` | `Manage Campaigns` alone |
//! | Sofia Lind | `support@example.com` | nothing that needs a permission |
//! | Noor Haddad | `night@example.com` | nothing that needs a permission |
//! | Finn Berg | `former@example.com` | not even sign in: not active |
//!
//! [`Sandbox::credentials_of`] gives the credentials of each. The departments are `Sales` (11),
//! `Support` (12) and `Billing` (13), the campaigns `Website` (21) and `Help Center` (22).
//!
//! # What it is strict about
//!
//! Unknown, repeated, missing and malformed parameters are refused with 400 and a message that
//! names the parameter, so that a mistake in a declaration shows. Wrong credentials answer 401, a
//! missing permission, edition or an exceeded [daily limit](SandboxBuilder::daily_limit) 403, what
//! is not there 404, a wrong method 405.
//!
//! # What the documentation leaves open
//!
//! - A page holds 50 chats or offline messages, the newest first.
//! - Days without a time zone are days in UTC, and weeks begin on Sunday.
//! - Times are `/Date(N)/` in milliseconds, unless [`Quirk::SecondDates`] is switched on.
//! - Everything that an authorized agent sends counts for the daily limit but what the limit
//!   refuses.
//! - An agent whom the API creates has no permission, unless it is an admin;
//!   [`Sandbox::permit`] gives it some.

mod account;
mod builder;
mod clock;
mod engine;
mod quirks;
mod random;
mod reports;
mod server;
mod v1;

pub use account::access::{Edition, Permission};
pub use builder::SandboxBuilder;
pub use quirks::{Quirk, Quirks};
pub use server::fault::Fault;

use account::seed;
use server::{Server, Shared};

use comm100_core::{__private::config_error, Client, Credentials, Platform, Result};

/// A running sandbox; it stops when it is dropped.
///
/// See the [module](self) for what it holds.
#[derive(Debug)]
pub struct Sandbox {
    shared: Shared,
    server: Server,
    origin: String,
}

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1, with all defaults.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if the system gives no port or no thread.
    pub async fn start() -> Result<Self> {
        Self::builder().start().await
    }

    /// What can be chosen about a sandbox.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::default()
    }

    /// Where it listens, as in `http://127.0.0.1:49152`: what [`Platform::custom`] takes.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The port that it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.server.address().port()
    }

    /// The credentials of the admin, `admin@example.com`, or whatever the admin's key is by now.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        Credentials::new(
            seed::agents::ADMIN,
            self.api_key(seed::agents::ADMIN).unwrap_or_default(),
        )
    }

    /// The credentials of the agent with this email, a seeded one or one that the API created.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if there is no such agent.
    pub fn credentials_of(&self, email: &str) -> Result<Credentials> {
        match self.api_key(email) {
            Some(api_key) => Ok(Credentials::new(email, api_key)),
            None => Err(no_such_agent(email)),
        }
    }

    /// The API key of the agent with this email, for requests that are written by hand.
    #[must_use]
    pub fn api_key(&self, email: &str) -> Option<String> {
        self.shared
            .state()
            .agent_by_email(email)
            .map(|agent| agent.api_key.clone())
    }

    /// A client that calls as the admin.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if no client can be built, as without a default
    /// transport.
    pub fn client(&self) -> Result<Client> {
        self.client_with(self.credentials())
    }

    /// A client that calls as the agent with this email.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if there is no such agent or no client can be
    /// built.
    pub fn client_of(&self, email: &str) -> Result<Client> {
        self.client_with(self.credentials_of(email)?)
    }

    fn client_with(&self, credentials: Credentials) -> Result<Client> {
        Client::builder()
            .platform(Platform::custom(&self.origin)?)
            .credentials(credentials)
            .build()
    }

    /// Replaces the permissions of an agent who is no admin.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if there is no such agent.
    pub fn permit(&self, email: &str, permissions: &[Permission]) -> Result<()> {
        match self.shared.state().agent_by_email_mut(email) {
            Some(agent) => {
                agent.permissions = permissions.to_vec();
                Ok(())
            }
            None => Err(no_such_agent(email)),
        }
    }

    /// Lets the next request meet this fault. Faults that are given one after another meet one
    /// request each, in order.
    ///
    /// ```
    /// use comm100::sandbox::{Fault, Sandbox};
    ///
    /// # async fn demo() -> comm100::Result<()> {
    /// let sandbox = Sandbox::start().await?;
    /// sandbox.fail_next(Fault::Status(503));
    /// sandbox.fail_next(Fault::Truncated);
    /// # Ok(()) }
    /// ```
    pub fn fail_next(&self, fault: Fault) {
        self.shared.faults().push(fault);
    }

    /// How many requests arrived, whatever they were answered.
    #[must_use]
    pub fn requests(&self) -> u64 {
        self.shared.arrivals()
    }

    /// How many requests of today's, UTC, count for the daily limit.
    #[must_use]
    pub fn used_today(&self) -> u64 {
        let now = self.shared.now();
        self.shared.state().limit.used(now)
    }
}

fn no_such_agent(email: &str) -> comm100_core::Error {
    config_error(format!(
        "the sandbox has no agent {email:?}; take one of those its documentation lists, or create it",
    ))
}
