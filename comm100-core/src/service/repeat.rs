//! The methods after whose 500 a request may be sent again.

use http::Method;

/// The service also responds with 500 to arguments that it cannot read, and may have acted before, so only
/// reads are repeated.
pub(crate) fn may_repeat_500(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}
