//! Nothing that can be shown shows a secret: a key, its Base64 form, a password, a token, a
//! parameter's value, or an agent's `api_key` and `password` in a body.
//!
//! The fault, quota and token tests check every error that they see, and watch the
//! log and the panics of all that they do; here is what they do not come by.

mod clients;
mod credentials;
mod decoding;
mod errors;
mod memory;
mod stores;
mod watch;

use std::fmt::Debug;

use comm100_tests::client;

/// Both forms of `Debug`.
pub(crate) fn debug(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

pub(crate) fn assert_keeps(what: &str, text: &str) {
    let leaks = client::leaks(text);
    assert!(leaks.is_empty(), "{what} shows {leaks:?}: {text}");
}
