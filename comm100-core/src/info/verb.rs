//! The HTTP methods that can be declared.

use http::Method;

/// An HTTP method that can be declared.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
}

static GET: Method = Method::GET;
static HEAD: Method = Method::HEAD;
static POST: Method = Method::POST;
static PUT: Method = Method::PUT;
static PATCH: Method = Method::PATCH;
static DELETE: Method = Method::DELETE;

impl Verb {
    pub(super) fn method(self) -> &'static Method {
        match self {
            Self::Get => &GET,
            Self::Head => &HEAD,
            Self::Post => &POST,
            Self::Put => &PUT,
            Self::Patch => &PATCH,
            Self::Delete => &DELETE,
        }
    }
}
