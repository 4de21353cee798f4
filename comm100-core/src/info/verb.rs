//! The HTTP methods that can be declared.

use http::Method;

/// The five methods that can be declared.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

static GET: Method = Method::GET;
static POST: Method = Method::POST;
static PUT: Method = Method::PUT;
static PATCH: Method = Method::PATCH;
static DELETE: Method = Method::DELETE;

impl Verb {
    pub(super) fn method(self) -> &'static Method {
        match self {
            Self::Get => &GET,
            Self::Post => &POST,
            Self::Put => &PUT,
            Self::Patch => &PATCH,
            Self::Delete => &DELETE,
        }
    }
}
