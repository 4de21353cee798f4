//! Headers and query keys of every request.

use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::error::{Error, Result};
use crate::headers::{is_reserved, is_visible};
use crate::request::encoded_in_query;

/// The headers and query parameters that every request has.
#[derive(Default)]
pub(super) struct Defaults {
    headers: HeaderMap,
    query: Vec<QueryPair>,
    /// The first mistake, returned by `build()`.
    mistake: Option<&'static str>,
}

/// A key of the query with its value, both encoded.
pub(crate) struct QueryPair {
    name: String,
    pair: String,
}

impl QueryPair {
    pub(crate) fn new(name: &str, value: &str) -> Self {
        // As a call's own keys are, so that they can be compared.
        let name = encoded_in_query(name).to_string();
        Self {
            pair: format!("{name}={}", encoded_in_query(value)),
            name,
        }
    }

    /// Returns the number of bytes that it adds to a URL.
    pub(crate) fn length(&self) -> usize {
        self.pair.len() + 1
    }

    /// Appends it to a path and query, unless the key is there.
    pub(crate) fn append_to(&self, target: &mut String) {
        append(&self.name, &self.pair, target);
    }
}

/// Appends an encoded pair to a path and query, unless the key is there.
pub(crate) fn append(name: &str, pair: &str, target: &mut String) {
    let query = target.split_once('?').map(|(_, query)| query);
    let separator = match query {
        Some(query)
            if query
                .split('&')
                .any(|own| own.split('=').next() == Some(name)) =>
        {
            return;
        }
        Some(_) => '&',
        None => '?',
    };
    target.push(separator);
    target.push_str(pair);
}

impl Defaults {
    pub(super) fn header(&mut self, name: Option<HeaderName>, value: Option<HeaderValue>) {
        match (name, value) {
            (None, _) => self.mistake("invalid header name in `default_header`; use letters, digits and `-`"),
            (Some(name), _) if is_reserved(&name) => self.mistake(
                "`default_header` cannot set `Authorization`, `Host` or framing headers such as Content-Length; the client sets them",
            ),
            (Some(name), Some(value)) if is_visible(value.as_bytes()) => {
                self.headers.insert(name, value);
            }
            _ => self.mistake("invalid header value in `default_header`; use visible ASCII"),
        }
    }

    pub(super) fn query(&mut self, name: &str, value: &str) {
        if name.is_empty() {
            return self.mistake("the name of a `default_query` is empty; pass the key's name");
        }
        let pair = QueryPair::new(name, value);
        self.query.retain(|other| other.name != pair.name);
        self.query.push(pair);
    }

    /// Returns the headers and the query keys, or the first mistake.
    pub(super) fn check(self) -> Result<(HeaderMap, Vec<QueryPair>)> {
        match self.mistake {
            None => Ok((self.headers, self.query)),
            Some(text) => Err(Error::config(text.into())),
        }
    }

    fn mistake(&mut self, text: &'static str) {
        self.mistake.get_or_insert(text);
    }
}

impl fmt::Debug for Defaults {
    /// Names alone: a value may be a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query: Vec<_> = self.query.iter().map(|pair| &pair.name).collect();
        formatter
            .debug_struct("Defaults")
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("query", &query)
            .finish_non_exhaustive()
    }
}
