//! The routes of a mock and the calls that came.

use std::fmt;
use std::panic::Location;
use std::sync::{Mutex, MutexGuard, PoisonError};

use http::{Method, StatusCode};

use super::condition::{Condition, Difference};
use super::reply::Reply;
use super::report;
use super::request::MockRequest;
use super::template::Template;

#[derive(Default)]
pub(super) struct State {
    inner: Mutex<Inner>,
}

#[derive(Default)]
pub(super) struct Inner {
    pub(super) routes: Vec<RouteState>,
    pub(super) calls: Vec<Call>,
    /// Calls and routes were compared; the next comparison says nothing.
    settled: bool,
}

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
    pub(super) replies: Vec<Reply>,
    pub(super) times: Option<usize>,
    pub(super) optional: bool,
    pub(super) calls: usize,
}

impl RouteState {
    /// The values of its path parameters, if the route takes the request.
    fn values(&self, request: &MockRequest) -> Option<Vec<(String, String)>> {
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

    /// What keeps the route from taking a request, beside method and path.
    pub(super) fn differences(&self, request: &MockRequest) -> Vec<Difference> {
        let values = self.template.values(request.segments()).unwrap_or_default();
        self.conditions
            .iter()
            .flat_map(|condition| condition.differences(request, &values))
            .collect()
    }

    /// How many calls there must be at least.
    pub(super) fn wanted(&self) -> usize {
        match self.times {
            Some(times) => times,
            None if self.optional => 0,
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

impl State {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn add(&self, route: RouteState) -> usize {
        let mut inner = self.lock();
        inner.routes.push(route);
        inner.routes.len() - 1
    }

    pub(super) fn change(&self, index: usize, change: impl FnOnce(&mut RouteState)) {
        change(&mut self.lock().routes[index]);
    }

    pub(super) fn calls(&self, index: usize) -> usize {
        self.lock().routes[index].calls
    }

    pub(super) fn describe(&self, index: usize) -> String {
        self.lock().routes[index].to_string()
    }

    pub(super) fn requests(&self) -> Vec<MockRequest> {
        let inner = self.lock();
        inner
            .calls
            .iter()
            .map(|call| call.request.clone())
            .collect()
    }

    pub(super) fn requests_of(&self, index: usize) -> Vec<MockRequest> {
        let inner = self.lock();
        let calls = inner.calls.iter().filter(|call| call.route == Some(index));
        calls.map(|call| call.request.clone()).collect()
    }

    /// Finds the route, remembers the request and gives the reply.
    pub(super) fn receive(&self, mut request: MockRequest) -> (MockRequest, Reply) {
        let mut inner = self.lock();
        let found = inner
            .routes
            .iter()
            .enumerate()
            .filter(|(_, route)| !route.is_used_up())
            .filter_map(|(index, route)| Some((index, route, route.values(&request)?)))
            .max_by_key(|(index, route, _)| {
                let narrow = (route.template.literals(), route.conditions.len());
                (narrow, std::cmp::Reverse(*index))
            })
            .map(|(index, _, values)| (index, values));
        let (route, reply) = if let Some((index, values)) = found {
            request.set_path_values(values);
            let route = &mut inner.routes[index];
            let nth = route.calls.min(route.replies.len().saturating_sub(1));
            let reply = route.replies.get(nth).cloned();
            route.calls += 1;
            (Some(index), reply.unwrap_or_else(Reply::empty))
        } else {
            let text = report::no_route(&inner.routes, &request);
            (None, Reply::error(StatusCode::NOT_IMPLEMENTED, None, &text))
        };
        inner.calls.push(Call {
            request: request.clone(),
            route,
        });
        (request, reply)
    }

    /// Compares calls and routes, once.
    pub(super) fn settle(&self) -> Option<String> {
        let mut inner = self.lock();
        if std::mem::replace(&mut inner.settled, true) {
            return None;
        }
        report::report(&inner)
    }
}
