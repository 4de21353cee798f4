//! A mock of the service for unit tests: routes with replies, recorded requests, and a test that
//! fails for calls that no route matched and for routes that no call came to.
//!
//! ```
//! use comm100::{api, mock::Mock, Result};
//! use serde_json::json;
//!
//! #[derive(serde::Deserialize)]
//! struct Ticket { id: u64, subject: String }
//!
//! #[api(path = "livechat/tickets")]
//! trait Tickets {
//!     #[get("{id}")]
//!     async fn get_ticket(&self, id: u64) -> Result<Ticket>;
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<()> {
//! let mock = Mock::new();
//! let route = mock
//!     .on(GetTicketBuilder::ENDPOINT)
//!     .reply(&json!({ "id": 7, "subject": "A refund" }))
//!     .error(404, 404_001, "There is no such ticket.");
//!
//! let client = mock.client();
//! assert_eq!(client.get_ticket(7).await?.subject, "A refund");
//! let error = client.get_ticket(8).await.err().expect("the second reply is an error");
//! assert_eq!(error.code(), Some(404_001));
//!
//! assert_eq!(route.requests()[1].path_value("id"), Some("8"));
//! # Ok(()) }
//! ```
//!
//! The mock is a [`Transport`](crate::Transport): nothing goes through a socket, and all that lies
//! above it, the encoding, the reading of bodies, the errors, is the client's own. For a service
//! that keeps state, checks parameters and speaks HTTP, take the sandbox instead.

mod condition;
mod part;
mod redact;
mod reply;
mod report;
mod request;
mod route;
mod route_state;
mod state;
mod template;
mod transport;

use std::fmt;
use std::sync::Arc;

use http::Method;

use crate::{Client, Credentials, EndpointInfo, Platform, RetryPolicy};

pub use part::MockPart;
pub use request::MockRequest;
pub use route::Route;
pub use transport::MockTransport;

use state::State;
use template::Template;

/// A mock of the service.
///
/// Register routes with [`on`](Self::on) and [`on_path`](Self::on_path), and pass
/// [`client`](Self::client) to the code under test. Dropped, it panics if a call matched no route,
/// or if a route was not called as often as it says, and shows the nearest route with the
/// differences; a test that is panicking already is left alone.
#[must_use = "the mock checks its routes when it is dropped"]
pub struct Mock {
    state: Arc<State>,
}

impl Mock {
    /// Creates a mock without routes. It responds to every call with 501 and records it.
    pub fn new() -> Self {
        Self {
            state: Arc::new(State::default()),
        }
    }

    /// Registers a route for a declared endpoint. Every builder has it as its constant `ENDPOINT`.
    #[expect(
        clippy::must_use_candidate,
        reason = "a route is registered as soon as it is created"
    )]
    #[track_caller]
    pub fn on(&self, endpoint: EndpointInfo) -> Route {
        Route::register(
            &self.state,
            endpoint.method().clone(),
            Template::parse(endpoint.path()),
            endpoint.version(),
        )
    }

    /// Registers a route by method and template, written as in a declaration: `livechat/chats/{id}`.
    ///
    /// # Panics
    ///
    /// If the template has an empty segment, a `{` that is not closed within its segment, or a
    /// query: no call could match it.
    #[expect(
        clippy::must_use_candidate,
        reason = "a route is registered as soon as it is created"
    )]
    #[track_caller]
    pub fn on_path(&self, method: Method, template: &str) -> Route {
        if let Some(fault) = template::fault(template) {
            panic!(
                "comm100::mock: the template {template:?} {fault}; write it as in a declaration, such as \"livechat/chats/{{id}}\""
            );
        }
        Route::register(&self.state, method, Template::parse(template), None)
    }

    /// Returns a client that sends to this mock and makes one attempt per call, so that each reply serves one
    /// call. It sends endpoints of every version; those that declare none go to version 1. To test retries, or
    /// another platform, pass [`transport`](Self::transport) to a client that has them.
    ///
    /// # Panics
    ///
    /// Never: what it is built with is valid.
    #[must_use]
    pub fn client(&self) -> Client {
        // The hosts of `Platform::Hosted`, which serves only versions 1 and 2.
        Platform::split("hosted.comm100.com", "hosted.comm100.com")
            .and_then(|platform| {
                Client::builder()
                    .platform(platform)
                    .credentials(Credentials::new("agent@example.com", "mock-key"))
                    .retry(RetryPolicy::off())
                    .transport(self.transport())
                    .build()
            })
            .expect("the mock's client is valid")
    }

    /// Returns the transport, for a client with custom settings:
    /// `Client::builder().transport(mock.transport())`.
    #[must_use]
    pub fn transport(&self) -> MockTransport {
        MockTransport::new(Arc::clone(&self.state))
    }

    /// Returns the requests that arrived so far, in order, including those that no route matched.
    #[must_use]
    pub fn requests(&self) -> Vec<MockRequest> {
        self.state.requests()
    }

    /// Checks now what dropping checks, and nothing later.
    ///
    /// # Panics
    ///
    /// If calls did not match the routes.
    #[track_caller]
    pub fn verify(self) {
        let report = self.state.settle();
        if let Some(report) = report {
            panic!("{report}");
        }
    }
}

impl Default for Mock {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        let report = self.state.settle();
        if let Some(report) = report
            && !std::thread::panicking()
        {
            panic!("{report}");
        }
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Mock")
    }
}
