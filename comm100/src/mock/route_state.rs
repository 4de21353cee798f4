//! A route with what it was called with so far.

use std::panic::Location;
use std::{fmt, iter};

use http::Method;

use super::condition::{Condition, Difference};
use super::reply::MockResponse;
use super::request::MockRequest;
use super::template::{PathSegment, Template};

pub(super) struct Call {
    pub(super) request: MockRequest,
    /// The route that answered.
    pub(super) route: Option<usize>,
}

pub(super) struct RouteState {
    pub(super) method: Method,
    pub(super) template: Template,
    pub(super) version: Option<u8>,
    pub(super) location: &'static Location<'static>,
    pub(super) conditions: Vec<Condition>,
    pub(super) replies: Vec<MockResponse>,
    pub(super) times: Option<usize>,
    pub(super) optional: bool,
    pub(super) calls: usize,
}

impl RouteState {
    /// Returns the values of its path parameters, if the route takes the request.
    pub(super) fn values(&self, request: &MockRequest) -> Option<Vec<(String, String)>> {
        if self.method != *request.method() || !self.takes_version(request) {
            return None;
        }
        let values = self.path_values(request)?;
        let agreed = self
            .conditions
            .iter()
            .all(|condition| condition.differences(request, &values).is_empty());
        agreed.then_some(values)
    }

    pub(super) fn takes_version(&self, request: &MockRequest) -> bool {
        self.version.is_none() || request.is_unversioned() || self.version == request.version()
    }

    /// Returns the paths that the template may be of: below the base URL, and without a version also from the root, since
    /// an endpoint from the root may have a path like that of a version.
    fn paths<'a>(&self, request: &'a MockRequest) -> impl Iterator<Item = &'a [PathSegment]> {
        let from_root = self.version.is_none().then(|| request.segments_from_root());
        iter::once(request.segments()).chain(from_root)
    }

    fn path_values(&self, request: &MockRequest) -> Option<Vec<(String, String)>> {
        self.paths(request)
            .find_map(|path| self.template.values(path))
    }

    /// Returns the number of segments in which the path differs.
    pub(super) fn differing(&self, request: &MockRequest) -> usize {
        let differing = self
            .paths(request)
            .map(|path| self.template.differing(path));
        differing.min().unwrap_or_default()
    }

    pub(super) fn is_used_up(&self) -> bool {
        self.times.is_some_and(|times| self.calls >= times)
    }

    /// Returns the conditions that a request does not meet, beside method and path.
    pub(super) fn differences(&self, request: &MockRequest) -> Vec<Difference> {
        let values = self.path_values(request).unwrap_or_default();
        self.conditions
            .iter()
            .flat_map(|condition| condition.differences(request, &values))
            .collect()
    }

    /// Returns the least number of calls.
    pub(super) fn wanted(&self) -> usize {
        match self.times {
            _ if self.optional => 0,
            Some(times) => times,
            None => self.replies.len().max(1),
        }
    }
}

/// The route's method and template.
impl fmt::Display for RouteState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method, self.template)
    }
}
