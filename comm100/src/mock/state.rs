//! The routes of a mock and the calls that came.

use std::sync::{Mutex, MutexGuard, PoisonError};

use http::StatusCode;

use super::reply::MockResponse;
use super::report;
use super::request::MockRequest;
use super::route_state::{Call, RouteState};

#[derive(Default)]
pub(super) struct State {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    routes: Vec<RouteState>,
    calls: Vec<Call>,
    /// Calls and routes were compared; the next comparison says nothing.
    settled: bool,
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

    /// Finds the route, records the request and returns the reply.
    pub(super) fn receive(&self, mut request: MockRequest) -> (MockRequest, MockResponse) {
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
            (Some(index), reply.unwrap_or_else(MockResponse::empty))
        } else {
            let text = report::no_route(&inner.routes, &request);
            (
                None,
                MockResponse::error(StatusCode::NOT_IMPLEMENTED, None, &text),
            )
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
        report::report(&inner.routes, &inner.calls)
    }
}
