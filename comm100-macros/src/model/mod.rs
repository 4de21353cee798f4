//! Second stage: what a declaration means. Both front doors, the trait and the struct, give the same
//! [`Endpoint`]; what follows knows no other.

mod attributes;
mod facts;
mod keys;
mod lifetimes;
mod method;
mod parameter;
mod place;
mod rename;
mod request;
mod signature;
mod template;
mod traits;
mod types;

pub(crate) use request::request;
pub(crate) use template::{Part, Placeholder, Template};
pub(crate) use traits::declaration;

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Generics, Lifetime, Path, Type};

use crate::parse::Header;

/// A trait of endpoints.
pub(crate) struct Declaration {
    pub(crate) header: Header,
    /// Where the facade is: `::comm100`, or what `crate = ..` says.
    pub(crate) facade: TokenStream,
    pub(crate) methods: Vec<Method>,
}

/// A struct that is one request.
pub(crate) struct Request {
    pub(crate) generics: Generics,
    pub(crate) facade: TokenStream,
    pub(crate) endpoint: Endpoint,
}

/// One method of a trait: an endpoint and the builder that asks for it.
pub(crate) struct Method {
    pub(crate) endpoint: Endpoint,
    pub(crate) builder: Ident,
    /// Whether the user gave the builder its name.
    pub(crate) builder_named: bool,
    /// The method's own generics, as written.
    pub(crate) generics: Generics,
    /// The builder's one lifetime: that of the client and of all elided ones.
    pub(crate) lifetime: Lifetime,
    /// All attributes that are not this macro's, as written.
    pub(crate) attributes: Vec<Attribute>,
}

/// One endpoint.
pub(crate) struct Endpoint {
    /// The method's or the struct's name.
    pub(crate) name: Ident,
    pub(crate) verb: Verb,
    pub(crate) template: Template,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) returns: Returns,
    pub(crate) facts: Facts,
    /// The doc comments of the method or the struct.
    pub(crate) docs: Vec<Attribute>,
    /// Those of the trait.
    pub(crate) about: Vec<Attribute>,
}

/// The verb, and the token to blame for it.
pub(crate) struct Verb {
    pub(crate) kind: VerbKind,
    pub(crate) token: TokenStream,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbKind {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// What an endpoint says of itself beside its request.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) permission: Option<String>,
    pub(crate) edition: Option<String>,
    pub(crate) idempotent: Option<bool>,
    pub(crate) version: Option<u8>,
}

/// The type of the response.
pub(crate) enum Returns {
    /// A method's `Result<T>`, as written.
    Result(Type),
    /// A struct's `returns = T`, as written.
    Value(Type),
    /// A type that cannot be returned, its elided lifetimes named; there was a mistake.
    Wrong(Type),
    /// A method that has no return type, by mistake; a struct whose response is not read.
    Nothing,
}

/// One parameter.
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    /// The whole type, as written.
    pub(crate) written: Type,
    /// What is sent: the whole type, or the `T` of an `Option<T>`, its elided lifetimes named.
    pub(crate) sent: Type,
    pub(crate) optional: bool,
    /// Whether a lifetime was elided.
    pub(crate) borrows: bool,
    pub(crate) place: Place,
    /// The attribute that says the place.
    pub(crate) attribute: Option<Path>,
    pub(crate) docs: Vec<Attribute>,
    /// Lint levels.
    pub(crate) lints: Vec<Attribute>,
    pub(crate) fate: Fate,
}

/// What becomes of a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Sent,
    /// After a mistake: it stays in the signature, or keeps its setter, and is not sent.
    Ignored,
    /// After a mistake in its name or type, which leave nothing that a setter could be.
    Unusable,
}

/// Where a parameter goes.
pub(crate) enum Place {
    Path,
    Query(Key),
    Form(Key),
    Json,
    Header(Key),
    /// No attribute, and (so far) no placeholder.
    None,
}

/// A key of the query or the form, or a header's name.
pub(crate) struct Key {
    pub(crate) wire: String,
    /// The token that gave the name.
    pub(crate) token: TokenStream,
    pub(crate) style: Style,
    /// A function of the user's that makes the value to send.
    pub(crate) with: Option<Path>,
}

/// How a value becomes keys.
pub(crate) enum Style {
    Plain,
    Joined(String),
    /// The keys are the value's own; they are listed here if the user says them.
    Flattened(Vec<SpreadKey>),
    Page,
}

/// A key of a flattened value.
pub(crate) struct SpreadKey {
    pub(crate) wire: String,
    pub(crate) required: bool,
    pub(crate) token: TokenStream,
}

impl VerbKind {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("get", Self::Get),
        ("post", Self::Post),
        ("put", Self::Put),
        ("patch", Self::Patch),
        ("delete", Self::Delete),
    ];
    pub(crate) const NAMES: [&'static str; 5] = ["get", "post", "put", "patch", "delete"];

    pub(crate) fn from_name(name: &Ident) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(verb, _)| name == verb)
            .map(|(_, kind)| *kind)
    }

    /// The name of the runtime's variant.
    pub(crate) const fn variant(self) -> &'static str {
        match self {
            Self::Get => "Get",
            Self::Post => "Post",
            Self::Put => "Put",
            Self::Patch => "Patch",
            Self::Delete => "Delete",
        }
    }
}

impl Key {
    pub(crate) fn is_page(&self) -> bool {
        matches!(self.style, Style::Page)
    }

    pub(crate) fn is_flattened(&self) -> bool {
        matches!(self.style, Style::Flattened(_))
    }
}

impl Parameter {
    /// The name without `r#`.
    pub(crate) fn plain_name(&self) -> String {
        plain_name(&self.name)
    }

    /// Whether nothing was wrong with it so far.
    pub(crate) fn is_sound(&self) -> bool {
        self.fate == Fate::Sent
    }

    /// There was a mistake.
    pub(crate) fn spoil(&mut self) {
        if self.is_sound() {
            self.fate = Fate::Ignored;
        }
    }

    /// Whether a builder holds its value. After a mistake an optional one keeps its setter, so that
    /// the calls that use it still compile.
    pub(crate) fn is_held(&self) -> bool {
        self.is_sound() || self.optional && self.fate == Fate::Ignored
    }

    /// Whether it is the number of a page.
    pub(crate) fn is_page(&self) -> bool {
        matches!(&self.place, Place::Query(key) if key.is_page())
    }
}

impl Method {
    /// Whether it may be that only one of two methods is compiled.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        let is_conditional = |method: &Self| {
            let mut attributes = method.attributes.iter();
            attributes.any(|attribute| attribute.path().is_ident("cfg"))
        };
        is_conditional(self) && is_conditional(other)
    }
}

impl Endpoint {
    /// Whether the endpoint is a list with pages.
    pub(crate) fn is_paged(&self) -> bool {
        self.parameters
            .iter()
            .any(|parameter| parameter.is_sound() && parameter.is_page())
    }
}

/// The doc comments among attributes.
fn docs(attributes: &[Attribute]) -> Vec<Attribute> {
    let docs = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    docs.cloned().collect()
}

/// A name without `r#`.
pub(crate) fn plain_name(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#")
        .map_or_else(|| name.clone(), str::to_owned)
}
