//! A route: the calls that it matches, and its replies.

use std::fmt;
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, StatusCode};
use serde::Serialize;
use serde_json::Value;

use super::condition::Condition;
use super::reply::{Answer, MockResponse};
use super::request::MockRequest;
use super::route_state::RouteState;
use super::state::State;
use super::template::Template;
use crate::ApiVersion;

/// A route of a [`Mock`](super::Mock).
///
/// A route sends its replies in order, and repeats the last one; without a reply it responds with
/// 204 with no body. It must be called once for each of its replies at least, unless
/// [`times`](Self::times) says how often or [`optional`](Self::optional) says that it need not.
///
/// Of several routes that match a request, the one with the most literal segments is used, then the
/// one with the most conditions, then the one that was registered first. A route that was called as
/// often as `times` says is passed over.
#[derive(Clone)]
pub struct Route {
    state: Arc<State>,
    index: usize,
}

#[expect(
    clippy::must_use_candidate,
    reason = "a route is registered as soon as it is created"
)]
impl Route {
    #[track_caller]
    pub(super) fn register(
        state: &Arc<State>,
        method: Method,
        template: Template,
        version: Option<ApiVersion>,
    ) -> Self {
        let index = state.add(RouteState {
            method,
            template,
            version: version.map(ApiVersion::number),
            location: Location::caller(),
            conditions: Vec::new(),
            replies: Vec::new(),
            times: None,
            optional: false,
            calls: 0,
        });
        Self {
            state: Arc::clone(state),
            index,
        }
    }

    fn change(self, change: impl FnOnce(&mut RouteState)) -> Self {
        self.state.change(self.index, change);
        self
    }

    fn condition(self, condition: Condition) -> Self {
        self.change(|route| route.conditions.push(condition))
    }

    fn then(self, reply: impl Into<MockResponse>) -> Self {
        self.change(|route| route.replies.push(reply.into()))
    }

    /// Matches only calls with this value of a path parameter.
    pub fn with_path(self, name: &str, value: impl fmt::Display) -> Self {
        self.condition(Condition::Path(name.into(), value.to_string()))
    }

    /// Matches only calls with this key and value in the query, decoded. Of a repeated key one value
    /// must be this one.
    pub fn with_query(self, name: &str, value: impl fmt::Display) -> Self {
        self.condition(Condition::Query(name.into(), value.to_string()))
    }

    /// Matches only calls with this key and value in the form, decoded. Of a repeated key one value
    /// must be this one.
    pub fn with_form(self, name: &str, value: impl fmt::Display) -> Self {
        self.condition(Condition::Form(name.into(), value.to_string()))
    }

    /// Matches only calls with this header.
    pub fn with_header(self, name: &str, value: impl fmt::Display) -> Self {
        self.condition(Condition::Header(name.into(), value.to_string()))
    }

    /// Matches only calls with this body.
    ///
    /// # Panics
    ///
    /// If the value cannot be written as JSON.
    #[track_caller]
    pub fn with_json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        match as_sent(body) {
            Ok(body) => self.condition(Condition::Json(body)),
            Err(error) => panic!("comm100::mock: the body cannot be written as JSON: {error}"),
        }
    }

    /// Matches only calls whose body is a JSON object with this member, whatever else is in it. To match
    /// the whole body, use [`with_json`](Self::with_json).
    ///
    /// # Panics
    ///
    /// If the value cannot be written as JSON.
    #[track_caller]
    pub fn with_field<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        match as_sent(value) {
            Ok(value) => self.condition(Condition::Field(name.into(), value)),
            Err(error) => panic!("comm100::mock: the field cannot be written as JSON: {error}"),
        }
    }

    /// Matches only calls whose body is a multipart form with this part, whose content is this text.
    /// Of several parts of this name one must be it.
    pub fn with_part(self, name: &str, content: impl fmt::Display) -> Self {
        self.condition(Condition::Part(name.into(), content.to_string()))
    }

    /// Matches only calls whose body has exactly these bytes.
    pub fn with_body(self, body: impl Into<Bytes>) -> Self {
        self.condition(Condition::Body(body.into()))
    }

    /// Responds with 200 and this value as JSON.
    ///
    /// # Panics
    ///
    /// If the value cannot be written as JSON.
    #[track_caller]
    pub fn reply<T: Serialize + ?Sized>(self, value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => self.then(Answer::Json(StatusCode::OK, Some(body.into()))),
            Err(error) => panic!("comm100::mock: the reply cannot be written as JSON: {error}"),
        }
    }

    /// Responds with 204 and no body.
    pub fn reply_empty(self) -> Self {
        self.then(MockResponse::empty())
    }

    /// Responds with the closure's result: any status, headers and body, made from the request.
    pub fn reply_with<F>(self, respond: F) -> Self
    where
        F: Fn(&MockRequest) -> http::Response<Bytes> + Send + Sync + 'static,
    {
        self.then(Answer::Respond(Arc::new(respond)))
    }

    /// Responds with an error's status, code and message, as the service writes them.
    ///
    /// # Panics
    ///
    /// If the status is not between 100 and 999.
    #[track_caller]
    pub fn error(self, status: u16, code: i64, message: &str) -> Self {
        let Ok(status) = StatusCode::from_u16(status) else {
            panic!("comm100::mock: {status} is not a status; use one such as 404");
        };
        self.then(MockResponse::error(status, Some(code), message))
    }

    /// Fails as if no connection could be made: nothing was sent, so that the call may be retried.
    pub fn not_sent(self) -> Self {
        self.then(Answer::NotSent)
    }

    /// Fails as if the connection broke after the request: whether the service acted is not known.
    pub fn maybe_sent(self) -> Self {
        self.then(Answer::MaybeSent)
    }

    /// Delays the reply before it, by Tokio's clock: a test that pauses the clock
    /// (`start_paused = true`) does not wait.
    ///
    /// # Panics
    ///
    /// If there is no reply before it.
    #[track_caller]
    pub fn delay(self, delay: Duration) -> Self {
        let mut delayed = false;
        let route = self.change(|route| {
            if let Some(reply) = route.replies.last_mut() {
                reply.delay = delay;
                delayed = true;
            }
        });
        assert!(
            delayed,
            "comm100::mock: `.delay(..)` delays the reply before it; call `.reply(..)` first"
        );
        route
    }

    /// Takes exactly this many calls: another route must take the next one, and fewer fail the test.
    pub fn times(self, calls: usize) -> Self {
        self.change(|route| route.times = Some(calls))
    }

    /// Lets the test pass if the route is not called. With [`times`](Self::times), it takes at most that many calls.
    pub fn optional(self) -> Self {
        self.change(|route| route.optional = true)
    }

    /// Returns the number of calls so far.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.state.calls(self.index)
    }

    /// Returns the requests that arrived so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<MockRequest> {
        self.state.requests_of(self.index)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Route({})", self.state.describe(self.index))
    }
}

/// Returns a value as it is read from a request. `to_value` writes some numbers otherwise: the `f32` 0.1 as an `f64`.
fn as_sent<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Value> {
    serde_json::from_slice(&serde_json::to_vec(value)?)
}
