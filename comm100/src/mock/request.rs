//! A request as it came to the mock, its parameters decoded.

use std::fmt;

use bytes::Bytes;
use comm100_core::__private::{BasePath, FORM, versions};
use http::{HeaderMap, Method, header};
use serde::de::DeserializeOwned;

use super::part::MockPart;
use super::{redact, template};

/// A request that came to a [`Mock`](super::Mock), with its parameters decoded.
#[derive(Clone)]
pub struct MockRequest {
    method: Method,
    /// Below the base path, such as `/api/v1/`.
    path: String,
    version: Option<u8>,
    /// The base URL has no version, so an endpoint of any may be meant.
    is_unversioned: bool,
    segments: Vec<template::PathSegment>,
    /// Those of the whole path, which an endpoint from the root has.
    whole: Vec<template::PathSegment>,
    path_values: Vec<(String, String)>,
    query: Vec<(String, String)>,
    form: Vec<(String, String)>,
    parts: Vec<MockPart>,
    headers: HeaderMap,
    body: Bytes,
}

impl MockRequest {
    pub(super) fn new(request: http::Request<Bytes>) -> Self {
        let (head, body) = request.into_parts();
        let whole = head.uri.path();
        let base = head.extensions.get::<BasePath>();
        let (version, path) = match base {
            Some(BasePath(length)) => (None, whole.get(*length..).unwrap_or_default()),
            None => below_base(whole),
        };
        let mut headers = head.headers;
        // A test's output must not show the key.
        headers.remove(header::AUTHORIZATION);
        let content_type = headers.get(header::CONTENT_TYPE);
        let content_type = content_type.and_then(|kind| kind.to_str().ok());
        let content_type = content_type.unwrap_or_default();
        let media_type = content_type.split(';').next().unwrap_or_default().trim();
        let is_form = media_type.eq_ignore_ascii_case(FORM);
        let parts = MockPart::all(content_type, &body);
        Self {
            method: head.method,
            is_unversioned: base.is_some(),
            segments: template::decoded(path),
            whole: template::decoded(whole.trim_start_matches('/')),
            path: path.to_owned(),
            version,
            path_values: Vec::new(),
            query: pairs(head.uri.query().unwrap_or_default().as_bytes()),
            form: if is_form { pairs(&body) } else { Vec::new() },
            parts,
            headers,
            body,
        }
    }

    pub(super) fn set_path_values(&mut self, values: Vec<(String, String)>) {
        self.path_values = values;
    }

    pub(super) fn segments(&self) -> &[template::PathSegment] {
        &self.segments
    }

    pub(super) fn segments_from_root(&self) -> &[template::PathSegment] {
        &self.whole
    }

    pub(super) fn is_unversioned(&self) -> bool {
        self.is_unversioned
    }

    /// Returns the method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the path below the base URL, percent-encoded as it was sent: `livechat/chats/7`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the number of the API's version in the path: 1 for `/api/v1/`, 4 for `/v4/`.
    #[must_use]
    pub fn version(&self) -> Option<u8> {
        self.version
    }

    /// Returns the value of a path parameter, decoded, named as in the template of the route that
    /// the request matched.
    #[must_use]
    pub fn path_value(&self, name: &str) -> Option<&str> {
        first(&self.path_values, name)
    }

    /// Returns the value of a key of the query, decoded; the first one if the key is repeated.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }

    /// Returns all keys and values of the query, decoded, in the order in which they were sent.
    #[must_use]
    pub fn query_pairs(&self) -> &[(String, String)] {
        &self.query
    }

    /// Returns the value of a key of the form, decoded; the first one if the key is repeated.
    #[must_use]
    pub fn form(&self, name: &str) -> Option<&str> {
        first(&self.form, name)
    }

    /// Returns all keys and values of the form, decoded, in the order in which they were sent.
    #[must_use]
    pub fn form_pairs(&self) -> &[(String, String)] {
        &self.form
    }

    /// Returns the part of this name of a `multipart/form-data` body; the first one if the name is
    /// repeated.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<&MockPart> {
        self.parts.iter().find(|part| part.name() == name)
    }

    /// Returns all parts of a `multipart/form-data` body, in the order in which they were sent.
    #[must_use]
    pub fn parts(&self) -> &[MockPart] {
        &self.parts
    }

    /// Returns the body, read as JSON.
    ///
    /// # Panics
    ///
    /// If the body is not the JSON of a `T`.
    #[must_use]
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(error) => panic!("comm100::mock: the body of {self:?} is not as expected: {error}"),
        }
    }

    /// Returns the value of a header, if it is text. `Authorization` is never there.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the headers, without `Authorization`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the body as it was sent.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the body as JSON, if it is JSON.
    pub(super) fn json_value(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// `GET livechat/chats/7?page=2`. A value whose name says that it is a secret is not shown.
impl fmt::Display for MockRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method, self.path)?;
        for (index, (name, value)) in self.query.iter().enumerate() {
            let mark = if index == 0 { '?' } else { '&' };
            write!(formatter, "{mark}{name}={}", redact::text(name, value))?;
        }
        Ok(())
    }
}

/// Shows the parameters and the body, without secrets.
impl fmt::Debug for MockRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("MockRequest");
        debug
            .field("method", &self.method)
            .field("path", &self.path);
        for (name, pairs) in [
            ("path_values", &self.path_values),
            ("query", &self.query),
            ("form", &self.form),
        ] {
            if !pairs.is_empty() {
                let shown = pairs.iter();
                let shown = shown.map(|(name, value)| (name, redact::text(name, value)));
                debug.field(name, &shown.collect::<Vec<_>>());
            }
        }
        if !self.parts.is_empty() {
            debug.field("parts", &self.parts);
        } else if let Some(body) = self.json_value() {
            debug.field("body", &redact::json("", &body).to_string());
        } else if self.form.is_empty() && !self.body.is_empty() {
            debug.field("body", &String::from_utf8_lossy(&self.body));
        }
        debug.finish_non_exhaustive()
    }
}

/// Splits a path such as `/api/v1/livechat/chats` into its version and the rest.
fn below_base(path: &str) -> (Option<u8>, &str) {
    for version in versions() {
        if let Some(rest) = path.strip_prefix(version.base_path()) {
            return (Some(version.number()), rest);
        }
    }
    (None, path.trim_start_matches('/'))
}

fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let (_, value) = pairs.iter().find(|(key, _)| key == name)?;
    Some(value)
}
