//! The report of a test whose calls did not match the routes.

use std::fmt::Write as _;

use super::request::MockRequest;
use super::route_state::{Call, RouteState};

/// Returns the report, if there is anything to report.
pub(super) fn report(routes: &[RouteState], calls: &[Call]) -> Option<String> {
    let mut parts = Vec::new();
    for (index, call) in calls.iter().enumerate() {
        if call.route.is_none() {
            parts.push(unmatched(routes, index + 1, &call.request));
        }
    }
    for route in routes {
        if route.calls < route.wanted() {
            parts.push(missing(route));
        }
    }
    if parts.is_empty() {
        return None;
    }
    Some(format!(
        "comm100::mock: calls did not match the routes\n\n{}",
        parts.join("\n")
    ))
}

/// Returns the message of the error that an unmatched call gets, on one line.
pub(super) fn no_route(routes: &[RouteState], request: &MockRequest) -> String {
    let mut text = String::from("comm100::mock: this call matched no route");
    if let Some(route) = nearest(routes, request) {
        let _ = write!(text, "; the nearest is {route} at {}", route.location);
    }
    text
}

fn missing(route: &RouteState) -> String {
    let calls = match (route.calls, route.wanted()) {
        (0, 1) => "never called".to_owned(),
        (0, wanted) => format!("never called, and {wanted} calls are expected"),
        (calls, wanted) => format!("called {calls} of {wanted} times"),
    };
    format!("{route} was {calls}: {}\n", route.location)
}

fn unmatched(routes: &[RouteState], number: usize, request: &MockRequest) -> String {
    let mut text = format!("call {number} matched no route: {request}\n");
    let Some(route) = nearest(routes, request) else {
        text.push_str("  there are no routes\n");
        return text;
    };
    let _ = writeln!(text, "  the nearest is {route}: {}", route.location);
    let differences = route.differences(request);
    let elsewhere = route.method != *request.method()
        || route.differing(request) > 0
        || !route.takes_version(request);
    if elsewhere {
        let _ = writeln!(text, "  - {}{route}", version(route.version));
        let mut sent = String::new();
        if !route.takes_version(request) {
            sent.push_str(&version(request.version()));
        }
        let _ = writeln!(
            text,
            "  + {sent}{} {}",
            request.method(),
            super::template::joined(request.segments())
        );
    }
    for difference in &differences {
        let _ = writeln!(text, "  - {}: {}", difference.place, difference.wanted);
        let found = difference.found.as_deref().unwrap_or("absent");
        let _ = writeln!(text, "  + {}: {found}", difference.place);
    }
    if !elsewhere && differences.is_empty() {
        let times = route.times.unwrap_or_default();
        let _ = writeln!(text, "  it was called `.times({times})` already");
    }
    text
}

fn version(version: Option<u8>) -> String {
    version.map_or_else(String::new, |number| format!("version {number}, "))
}

/// Returns the route that differs in the fewest ways; of the path, each segment counts.
fn nearest<'a>(routes: &'a [RouteState], request: &MockRequest) -> Option<&'a RouteState> {
    routes.iter().min_by_key(|route| {
        // A path that differs is further away than any parameter.
        16 * route.differing(request)
            + 8 * usize::from(route.method != *request.method())
            + 8 * usize::from(!route.takes_version(request))
            + route.differences(request).len().min(7)
    })
}
