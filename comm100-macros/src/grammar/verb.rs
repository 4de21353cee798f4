//! HTTP verbs: `#[get]`.

use super::key::{self, KeySpec};

/// One HTTP verb.
#[derive(Clone, Copy)]
pub(crate) struct Verb {
    /// Its key in `#[endpoint(..)]`; the name is also that of the attribute.
    pub(crate) key: &'static KeySpec,
    /// The variant of the core's `Verb`.
    pub(crate) variant: &'static str,
    pub(crate) takes_body: bool,
    pub(crate) has_response_body: bool,
}

impl Verb {
    pub(crate) const ALL: &'static [Self] = &[
        Self::new(&key::GET, "Get", false),
        Self::new(&key::HEAD, "Head", false).without_response_body(),
        Self::POST,
        Self::new(&key::PUT, "Put", true),
        Self::new(&key::PATCH, "Patch", true),
        Self::new(&key::DELETE, "Delete", true),
    ];

    /// The verb of examples: `idempotent` changes nothing for most of the others.
    pub(crate) const POST: Self = Self::new(&key::POST, "Post", true);

    /// The verb of an endpoint whose own verb is missing or wrong.
    pub(crate) const FALLBACK: Self = Self::ALL[0];

    const fn new(key: &'static KeySpec, variant: &'static str, takes_body: bool) -> Self {
        Self {
            key,
            variant,
            takes_body,
            has_response_body: true,
        }
    }

    const fn without_response_body(mut self) -> Self {
        self.has_response_body = false;
        self
    }

    /// Returns the verb that `#[name]` declares.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|verb| verb.name() == name).copied()
    }

    /// Returns the name, such as `get`.
    pub(crate) const fn name(self) -> &'static str {
        self.key.name
    }

    /// Returns the HTTP method, such as `GET`.
    pub(crate) fn http(self) -> String {
        self.name().to_uppercase()
    }

    pub(crate) fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|verb| verb.name()).collect()
    }
}
