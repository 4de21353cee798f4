//! The documented API as an embedded server on loopback, for tests, examples and trying out.
//!
//! A [`Sandbox`] is a real HTTP server on `127.0.0.1` with its own account: agents, departments, and some months of
//! chats, visits and offline messages, made from a seed. It serves all documented endpoints. Requests read what earlier
//! ones wrote, and the reports are computed from the same chats that the lists contain. Versions 1 and 2 of the API are
//! about the same account: a department created through one is listed by the other.
//!
//! ```
//! use comm100::sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> comm100::Result<()> {
//! let sandbox = Sandbox::start().await?;
//! let client = sandbox.client()?;
//! # let _ = client;
//! println!("{}/api/v1/livechat/chats", sandbox.origin());
//! # Ok(()) }
//! ```
//!
//! # The account
//!
//! | agent | email | permissions |
//! | --- | --- | --- |
//! | Ada Marsh | `admin@example.com` | all |
//! | Liam Okafor | `lead@example.com` | all but `View Reports` |
//! | Ravi Kapoor | `reports@example.com` | `View Reports` |
//! | Sam Torres | `sales@example.com` | `Manage Campaigns` |
//! | Sofia Lind | `support@example.com` | none |
//! | Noor Haddad | `night@example.com` | none |
//! | Finn Berg | `former@example.com` | cannot sign in (inactive) |
//!
//! [`Sandbox::credentials_of`] returns the credentials of each. The departments are `Sales` (11), `Support` (12) and
//! `Billing` (13), the campaigns `Website` (21) and `Help Center` (22).
//!
//! # Authorization
//!
//! Both versions take Basic authorization with an agent's email and API key. Version 2 also takes OAuth tokens: the
//! password grant is at `/oauth/token` for agents and at `/partner/oauth/token` for the partner, `partner@example.com`,
//! whose token alone reads `partner/sites`. [`Sandbox::password`] returns the passwords,
//! [`SandboxBuilder::token_lifetime`] sets how long tokens last, and [`Sandbox::revoke_tokens`] ends them.
//!
//! # Errors
//!
//! Unknown, repeated, missing and malformed parameters are rejected with 400 and a message that names the parameter, so
//! that a mistake in a declaration shows. Wrong credentials get 401; a missing permission or edition and an exceeded
//! [daily limit](SandboxBuilder::daily_limit) 403; unknown paths and ids 404; a wrong method 405; a request over the
//! [rate limit](SandboxBuilder::rate_limit) 429. A wrong token request gets 400 with the error of RFC 6749.
//!
//! Version 2 takes paths, names and words of enumerations in any letter case, as the documentation's own requests show;
//! version 1 takes them as documented.
//!
//! # Webhooks
//!
//! [`Sandbox::deliver`] posts an event of the account, a [`Notification`], to the webhooks that version 2 registered for
//! it, if they are on loopback. Nothing is delivered by itself. The account has webhooks that are not on loopback.
//!
//! # Choices where the documentation is silent
//!
//! - A page of version 1 has 50 chats or offline messages, one of version 2 has 10; the newest are first.
//! - A list of version 2 has what was requested or sent in its period, `timeTo` included.
//! - A removal in version 2 has no body.
//! - Days without a time zone are days in UTC, and weeks start on Sunday.
//! - Times are `/Date(N)/` in milliseconds, or in seconds with [`Quirk::SecondDates`].
//! - Every authorized request counts towards the daily limit, except those over the limit.
//! - An event is posted once, as `application/json`, whatever the response is, and its times are in milliseconds.
//! - An agent created through the API has no permissions, unless it is an admin or in a group that has some.
//!   [`Sandbox::permit`] sets them.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod account;
mod builder;
mod clock;
mod config;
mod engine;
mod measure;
mod quirks;
mod random;
mod reports;
mod sandbox;
mod server;
mod v1;
mod v2;
mod webhooks;

pub use account::access::{Edition, Permission};
pub use builder::SandboxBuilder;
pub use quirks::{Quirk, Quirks};
pub use sandbox::Sandbox;
pub use server::fault::Fault;
pub use webhooks::{delivery::Delivery, notification::Notification};

/// The routes of all API versions, for this project's tests.
#[doc(hidden)]
pub mod __private {
    pub use crate::engine::catalogue::{ParameterInfo, RouteInfo};

    /// Returns the routes of all API versions.
    #[must_use]
    pub fn routes() -> Vec<RouteInfo> {
        crate::builder::all_routes()
            .iter()
            .map(RouteInfo::from)
            .collect()
    }
}
