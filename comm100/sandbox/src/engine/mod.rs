//! Routes: which requests an API version takes, who may send them, and what they do.

pub(crate) mod auth;
pub(crate) mod catalogue;
pub(crate) mod crud;
pub(crate) mod dispatch;
pub(crate) mod error;
pub(crate) mod input;
pub(crate) mod json;
pub(crate) mod letter_case;
mod members;
pub(crate) mod parameter;
pub(crate) mod rate_limit;
pub(crate) mod response;
pub(crate) mod route;
pub(crate) mod shared;
pub(crate) mod tokens;
pub(crate) mod version;
