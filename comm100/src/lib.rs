//! A declarative client for the Comm100 Live Chat REST API.
//!
//! Endpoints are declared as annotated trait methods; a macro turns each into a typed request builder.
//! The documented endpoints are already declared in [`v1`] and, with the feature `v2`, in `v2`, with the
//! same macro. An embedded [`sandbox`] behaves like the service, so you can try everything without an
//! account.
//!
//! # Five minutes
//!
//! **1. A client.** An agent's email and API key, and the platform that the account lives on:
//!
//! ```
//! use comm100::{Client, Credentials, Platform};
//!
//! let client = Client::builder()
//!     // Or `Enterprise`, or `Platform::custom("euportal.comm100.com")?`.
//!     .platform(Platform::Hosted)
//!     .credentials(Credentials::new("agent@example.com", "API_KEY"))
//!     .build()?;
//! # Ok::<(), comm100::Error>(())
//! ```
//!
//! To follow without an account, start the sandbox (feature `sandbox`) and take its client:
//!
//! ```
//! # #[tokio::main] async fn main() -> comm100::Result<()> {
//! use comm100::sandbox::Sandbox;
//!
//! let sandbox = Sandbox::start().await?;
//! let client = sandbox.client()?;
//! # Ok(()) }
//! ```
//!
//! **2. A call.** Import the resource's trait; its methods become available on the client. Required
//! parameters are arguments, optional ones are setters, `.await` sends:
//!
//! ```
//! # #[tokio::main] async fn main() -> comm100::Result<()> {
//! use comm100::v1::{ChatsApi, DepartmentsApi};
//! # let sandbox = comm100::sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//!
//! let departments = client.list_departments().await?;
//! let page = client.list_chats().department(departments[0].id).keyword("refund").await?;
//! println!("{} chats of {} mention a refund", page.total, departments[0].name);
//! # Ok(()) }
//! ```
//!
//! **3. An error.** The service's `<code, message>`, the status, and whether the request was sent:
//!
//! ```
//! # #[tokio::main] async fn main() -> comm100::Result<()> {
//! use comm100::Sent;
//! use comm100::v1::{DepartmentId, DepartmentsApi};
//! # let sandbox = comm100::sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//!
//! match client.get_department(DepartmentId(4_711)).await {
//!     Ok(department) => println!("{}", department.name),
//!     Err(error) if error.is_not_found() => println!("no such department"),
//!     Err(error) if error.sent() == Sent::No => println!("nothing was sent: {error}"),
//!     Err(error) => return Err(error),
//! }
//! # Ok(()) }
//! ```
//!
//! **4. Your own endpoint**, new or undocumented, declared in your crate with [`#[api]`](macro@api):
//!
//! ```
//! # #[tokio::main] async fn main() -> comm100::Result<()> {
//! use comm100::{Result, api};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! struct Status {
//!     status: String,
//! }
//!
//! #[api(path = "livechat")]
//! trait Site {
//!     /// Returns the site's status: online if an agent is.
//!     #[get("site_status")]
//!     async fn site_status(&self) -> Result<Status>;
//! }
//! # let sandbox = comm100::sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//!
//! println!("the site is {}", client.site_status().await?.status);
//! # Ok(()) }
//! ```
//!
//! **5. A list of many pages** is a stream that is fetched as it is read:
//!
//! ```
//! # #[tokio::main] async fn main() -> comm100::Result<()> {
//! use comm100::v1::ChatsApi;
//! use futures_util::TryStreamExt;
//! # let sandbox = comm100::sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//!
//! let mut chats = client.list_chats().prefetch(4).max_pages(10).items();
//! while let Some(chat) = chats.try_next().await? {
//!     println!("{}", chat.name);
//! }
//! # Ok(()) }
//! ```
//!
//! # What it does for you
//!
//! Calls are retried if that is safe, and never if it would repeat a write; every call has a deadline
//! and every body a size limit; the daily quota is counted before requests are sent; an id cannot
//! escape its path segment; redirects are not followed; the key is never displayed. [`docs`] has a
//! page for each.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod docs;

#[cfg(feature = "mock")]
#[cfg_attr(docsrs, doc(cfg(feature = "mock")))]
pub mod mock;

mod model;

#[cfg(feature = "openapi")]
mod openapi;

#[cfg(any(feature = "v1", feature = "v2"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "v1", feature = "v2"))))]
pub mod reports;

pub use comm100_core::*;
/// Declares one endpoint as a struct: a request as a value, for [`Client::call`]. Its fields have the
/// attributes that [`api`] has on parameters; see [Declaring endpoints](docs::declaring).
///
/// ```
/// use comm100::{Client, Endpoint, Result};
///
/// #[derive(serde::Deserialize)]
/// struct Ticket { id: u64, subject: String }
///
/// #[derive(Endpoint)]
/// #[endpoint(get = "livechat/tickets/{id}", returns = Ticket)]
/// struct GetTicket { id: u64 }
///
/// # async fn demo(client: &Client) -> Result<()> {
/// let ticket = client.call(GetTicket { id: 42 }).await?;
/// println!("{}: {}", ticket.id, ticket.subject);
/// # Ok(()) }
/// ```
#[doc(inline)]
pub use comm100_macros::Endpoint;
/// Declares endpoints as the methods of a trait; each becomes a typed request builder.
///
/// ```
/// use comm100::{api, Client, Result};
///
/// #[derive(serde::Deserialize)]
/// struct Ticket { id: u64, subject: String }
///
/// #[api(path = "livechat/tickets")]
/// trait Tickets {
///     #[get]
///     async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<Vec<Ticket>>;
///
///     #[get("{id}")]
///     async fn get_ticket(&self, id: u64) -> Result<Ticket>;
/// }
///
/// # async fn demo(client: &Client) -> Result<()> {
/// for ticket in client.list_tickets().keyword("refund").await? {
///     println!("{}: {}", ticket.id, ticket.subject);
/// }
/// let ticket = client.get_ticket(42).await?;
/// # Ok(()) }
/// ```
///
/// [Declaring endpoints](docs::declaring) documents the grammar, the generated code and the meaning of
/// each error.
#[doc(inline)]
pub use comm100_macros::api;
/// Declares a call builder that several traits of a crate share, so that rustc checks it once for all of them.
///
/// Traits name it; see [Declaring endpoints](docs::declaring).
///
/// ```
/// use comm100::{api, call_builder, Result};
///
/// #[call_builder]
/// pub struct CallBuilder;
///
/// #[api(path = "livechat/tickets", call_builder = CallBuilder)]
/// pub trait Tickets {
///     #[delete("{id}")]
///     async fn remove_ticket(&self, id: u64) -> Result<()>;
/// }
///
/// #[api(path = "livechat/queues", call_builder = CallBuilder)]
/// pub trait Queues {
///     #[delete("{id}")]
///     async fn remove_queue(&self, id: u64) -> Result<()>;
/// }
/// ```
#[doc(inline)]
pub use comm100_macros::call_builder;
// Their types are public here: these are the versions that the types belong to.
pub use {bytes, http, jiff};

#[cfg(feature = "v2")]
#[cfg_attr(docsrs, doc(cfg(feature = "v2")))]
pub use serde_json;

#[doc(hidden)]
pub use comm100_core::__private;

#[cfg(feature = "openapi")]
#[cfg_attr(docsrs, doc(cfg(feature = "openapi")))]
pub use openapi::{OpenApi, openapi};

#[cfg(feature = "sandbox")]
#[cfg_attr(docsrs, doc(cfg(feature = "sandbox")))]
#[doc(inline)]
pub use comm100_sandbox as sandbox;

#[cfg(feature = "v1")]
#[cfg_attr(docsrs, doc(cfg(feature = "v1")))]
pub mod v1;

#[cfg(feature = "v2")]
#[cfg_attr(docsrs, doc(cfg(feature = "v2")))]
pub mod v2;

pub mod webhook;

/// The items that most modules need: `use comm100::prelude::*`.
pub mod prelude {
    pub use crate::{Client, Credentials, Platform, Result, api};
}

/// The code of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!(concat!("../", env!("CARGO_PKG_README")))]
mod readme {}
