//! The statuses and methods after which a request may be sent again.

use http::Method;

/// The statuses of a failure that may pass. 408 comes before a request was read, 500 is for reads alone.
pub(crate) const PASSING_STATUSES: [u16; 6] = [408, 429, 500, 502, 503, 504];

/// Returns true for reads, which alone are repeated after a 500: the service also responds with it to arguments that it
/// cannot read, and may have acted before.
pub(crate) fn may_repeat_500(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}
