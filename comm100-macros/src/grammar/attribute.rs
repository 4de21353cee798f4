//! Attributes: their keys, and the bare string that some of them take.

use super::key::{self, KeySpec};
use super::literal::Literal;
use super::place::PlaceKind;
use super::verb::Verb;

/// An attribute with its keys.
#[derive(Clone, Copy)]
pub(crate) struct Attribute {
    /// `query`, in `#[query]`.
    pub(crate) name: &'static str,
    pub(crate) target: Target,
    pub(crate) literal: Option<&'static Literal>,
    pub(crate) keys: &'static [&'static KeySpec],
}

/// The item that an attribute belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Trait,
    Method,
    Struct,
    Parameter,
    /// The struct that becomes a call builder.
    CallBuilder,
}

static PATH: Literal = Literal {
    what: "the path",
    example: "#[get(\"{id}\")]",
    required: false,
    second: "join the two with a `/`",
};

static METHOD_KEYS: [&KeySpec; 6] = [
    &key::IDEMPOTENT,
    &key::BUILDER,
    &key::PERMISSION,
    &key::EDITION,
    &key::HEADERS,
    &key::TIMEOUT,
];
static TRAIT_KEYS: [&KeySpec; 8] = [
    &key::BASE,
    &key::VERSION,
    &key::ROOT,
    &key::RENAME_ALL,
    &key::HEADERS,
    &key::TIMEOUT,
    &key::CALL_BUILDER,
    &key::CRATE,
];
static STRUCT_KEYS: [&KeySpec; 16] = [
    &key::GET,
    &key::HEAD,
    &key::POST,
    &key::PUT,
    &key::PATCH,
    &key::DELETE,
    &key::RETURNS,
    &key::IDEMPOTENT,
    &key::PERMISSION,
    &key::EDITION,
    &key::VERSION,
    &key::ROOT,
    &key::RENAME_ALL,
    &key::HEADERS,
    &key::TIMEOUT,
    &key::CRATE,
];

impl Attribute {
    /// `#[api(..)]`
    pub(crate) const API: Self = Self {
        name: "api",
        target: Target::Trait,
        literal: None,
        keys: &TRAIT_KEYS,
    };
    /// `#[call_builder(..)]`
    pub(crate) const CALL_BUILDER: Self = Self {
        name: "call_builder",
        target: Target::CallBuilder,
        literal: None,
        keys: &[&key::CRATE],
    };
    /// `#[endpoint(..)]`
    pub(crate) const ENDPOINT: Self = Self {
        name: "endpoint",
        target: Target::Struct,
        literal: None,
        keys: &STRUCT_KEYS,
    };

    /// Returns `#[get(..)]`.
    pub(crate) const fn of_verb(verb: Verb) -> Self {
        Self {
            name: verb.name(),
            target: Target::Method,
            literal: Some(&PATH),
            keys: &METHOD_KEYS,
        }
    }

    /// Returns `#[query(..)]`.
    pub(crate) const fn of_place(place: &PlaceKind) -> Self {
        Self {
            name: place.attribute,
            target: Target::Parameter,
            literal: place.literal,
            keys: place.keys,
        }
    }

    pub(crate) fn key(&self, name: &str) -> Option<&'static KeySpec> {
        self.keys.iter().find(|key| key.name == name).copied()
    }

    pub(crate) fn key_names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }

    /// Returns the attribute with one key: `#[query(rename = "agentId")]`.
    pub(crate) fn with(&self, key: &KeySpec) -> String {
        let name = self.name;
        match self.literal {
            Some(_) => format!("#[{name}(\"..\", {})]", key.example),
            None => format!("#[{name}({})]", key.example),
        }
    }

    /// Returns the attribute in its commonest form.
    pub(crate) fn example(&self) -> String {
        match (self.target, self.literal, self.keys) {
            (Target::Struct, ..) => {
                "#[endpoint(get = \"livechat/chats/{id}\", returns = Chat)]".to_owned()
            }
            (Target::CallBuilder, ..) => "#[call_builder] pub struct CallBuilder;".to_owned(),
            (Target::Method, ..) => format!("#[{}(\"{{id}}\")]", self.name),
            (_, Some(literal), _) => literal.example.to_owned(),
            (_, None, [first, ..]) => self.with(first),
            (_, None, []) => format!("#[{}]", self.name),
        }
    }
}

/// Returns the attribute that has a key of this name, for keys in the wrong attribute.
pub(crate) fn home_of_key(name: &str) -> Option<(Target, String)> {
    let places = PlaceKind::all().iter().map(Attribute::of_place);
    [Attribute::API, Attribute::of_verb(Verb::POST)]
        .into_iter()
        .chain(places)
        .find_map(|attribute| {
            let key = attribute.key(name)?;
            Some((attribute.target, attribute.with(key)))
        })
}
