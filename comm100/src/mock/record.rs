//! The routes of a mock and the calls that it received, as data.

use std::fmt;
use std::panic::Location;

use http::Method;

use super::condition::{Condition, Difference};
use super::reply::Reply;
use super::request::MockRequest;
use super::template::Template;

#[derive(Default)]
pub(super) struct Inner {
    pub(super) routes: Vec<RouteState>,
    pub(super) calls: Vec<Call>,
    /// True once calls and routes were compared, so that they are compared once.
    pub(super) settled: bool,
}

pub(super) struct Call {
    pub(super) request: MockRequest,
    /// The route that matched.
    pub(super) route: Option<usize>,
}

pub(super) struct RouteState {
    pub(super) method: Method,
    pub(super) template: Template,
    pub(super) version: Option<u8>,
    pub(super) location: &'static Location<'static>,
    pub(super) conditions: Vec<Condition>,
    pub(super) replies: Vec<Reply>,
    pub(super) times: Option<usize>,
    pub(super) optional: bool,
    pub(super) calls: usize,
}

impl RouteState {
    /// Returns the values of the path parameters, if the route matches the request.
    pub(super) fn values(&self, request: &MockRequest) -> Option<Vec<(String, String)>> {
        if self.method != *request.method() || !self.takes_version(request) {
            return None;
        }
        let values = self.template.values(request.segments())?;
        let agreed = self
            .conditions
            .iter()
            .all(|condition| condition.differences(request, &values).is_empty());
        agreed.then_some(values)
    }

    pub(super) fn takes_version(&self, request: &MockRequest) -> bool {
        self.version.is_none() || self.version == request.version()
    }

    pub(super) fn is_used_up(&self) -> bool {
        self.times.is_some_and(|times| self.calls >= times)
    }

    /// Returns the conditions that a request does not meet.
    pub(super) fn differences(&self, request: &MockRequest) -> Vec<Difference> {
        let values = self.template.values(request.segments()).unwrap_or_default();
        self.conditions
            .iter()
            .flat_map(|condition| condition.differences(request, &values))
            .collect()
    }

    /// Returns the number of calls that the route requires.
    pub(super) fn wanted(&self) -> usize {
        match self.times {
            Some(times) => times,
            None if self.optional => 0,
            None => self.replies.len().max(1),
        }
    }
}

/// Displays the route's method and template.
impl fmt::Display for RouteState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method, self.template)
    }
}
