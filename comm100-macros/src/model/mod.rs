//! Second stage: the meaning of a declaration. Traits and structs both become the same [`Endpoint`],
//! and later stages know only that.

mod call_builder;
mod constant_headers;
mod keys;
mod lifetimes;
mod lints;
mod metadata;
mod method;
mod parameter;
mod place;
mod rename;
mod signature;
mod structs;
mod template;
mod traits;
mod types;
mod unknown_key;
mod values;
mod verb_attribute;

pub(crate) use call_builder::{CallBuilder, SharedCallBuilder, call_builder};
pub(crate) use constant_headers::ConstantHeader;
pub(crate) use lints::lint_level;
pub(crate) use rename::Case;
pub(crate) use structs::request;
pub(crate) use template::{Part, Placeholder, Template};
pub(crate) use traits::declaration;
pub(crate) use types::{is_bytes, is_file_path, is_plain_path, is_unit, peeled, result_argument};

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::{Attribute, ExprPath, Generics, Lifetime, LitInt, LitStr, Path, Type};

use crate::grammar::{PATH, PlaceKind, Verb};
use crate::parse::Header;

/// A trait of endpoints.
pub(crate) struct Declaration {
    pub(crate) header: Header,
    /// The path of the facade crate: `::comm100`, or the value of `crate = ..`.
    pub(crate) facade: TokenStream,
    /// The path of a call builder that the trait shares with others: the value of `call_builder = ..`.
    pub(crate) shared_call_builder: Option<Path>,
    pub(crate) methods: Vec<Method>,
}

/// A struct that is an endpoint.
pub(crate) struct Request {
    pub(crate) generics: Generics,
    pub(crate) facade: TokenStream,
    pub(crate) endpoint: Endpoint,
    /// The attributes of the struct and its fields.
    pub(crate) attributes: Vec<Attribute>,
}

/// One method of a trait: an endpoint and its builder.
pub(crate) struct Method {
    pub(crate) endpoint: Endpoint,
    pub(crate) builder: Ident,
    /// The user named the builder.
    pub(crate) builder_named: bool,
    /// The method's own generics, as written.
    pub(crate) generics: Generics,
    /// The builder's lifetime: that of the client and of all elided ones.
    pub(crate) lifetime: Lifetime,
    /// The attributes that are not this macro's, as written.
    pub(crate) attributes: Vec<Attribute>,
}

/// One endpoint.
pub(crate) struct Endpoint {
    /// The name of the method or the struct.
    pub(crate) name: Ident,
    pub(crate) verb: DeclaredVerb,
    pub(crate) template: Template,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) returns: Returns,
    pub(crate) metadata: Metadata,
    /// The doc comments of the method or the struct.
    pub(crate) docs: Vec<Attribute>,
    /// The doc comments of the trait.
    pub(crate) trait_docs: Vec<Attribute>,
}

/// The verb and its token, which is empty if the declaration has none.
pub(crate) struct DeclaredVerb {
    pub(crate) verb: Verb,
    pub(crate) token: TokenStream,
}

/// Keys of an endpoint that are not part of the request.
#[derive(Default)]
pub(crate) struct Metadata {
    pub(crate) permission: Option<String>,
    pub(crate) edition: Option<String>,
    pub(crate) idempotent: Option<bool>,
    pub(crate) version: Option<LitInt>,
    /// The path starts at the API's origin.
    pub(crate) is_root: bool,
    /// In seconds.
    pub(crate) timeout: Option<u64>,
    pub(crate) headers: Vec<ConstantHeader>,
}

/// The type of the response.
pub(crate) enum Returns {
    /// A method's `Result<T>`, as written.
    Result(Type),
    /// A struct's `returns = T`, as written.
    Value(Type),
    /// A type that cannot be returned, with its elided lifetimes named.
    Wrong(Type),
    /// No type: a method without a return type, or a struct whose response is ignored.
    Nothing,
}

/// One parameter.
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    /// The whole type, as written.
    pub(crate) written: Type,
    /// The type of the sent value: the whole type, or the `T` of an `Option<T>`, with its elided
    /// lifetimes named.
    pub(crate) sent: Type,
    pub(crate) optional: bool,
    /// The type elides a lifetime.
    pub(crate) borrows: bool,
    /// `None` without an attribute, unless the path names the parameter.
    pub(crate) place: Option<Place>,
    /// The path of the place's attribute.
    pub(crate) attribute: Option<Path>,
    pub(crate) docs: Vec<Attribute>,
    /// Lint levels.
    pub(crate) lints: Vec<Attribute>,
    pub(crate) validity: Validity,
}

/// The state of a parameter after the checks so far.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validity {
    Valid,
    /// After a mistake: it keeps its argument or its setter, and is not sent.
    Invalid,
    /// After a mistake in its name or type: it cannot have a setter either.
    Unusable,
}

/// The place of a parameter in the request.
pub(crate) struct Place {
    pub(crate) kind: &'static PlaceKind,
    pub(crate) key: Key,
    /// The content type of a body.
    pub(crate) content_type: Option<LitStr>,
}

/// The name of a parameter on the wire, and the form of its value.
pub(crate) struct Key {
    pub(crate) wire: String,
    /// The token of the name.
    pub(crate) token: TokenStream,
    pub(crate) style: Style,
    /// The user's function that returns the value to send.
    pub(crate) with: Option<ExprPath>,
}

/// The form of a value.
pub(crate) enum Style {
    Plain,
    /// A list, joined with this separator.
    Joined(String),
    /// A struct or map under its own keys, which are listed here if the declaration does.
    Flattened(Vec<SpreadKey>),
    /// A page number, with that of the first page.
    Page {
        first: u32,
    },
}

/// A key of a flattened value.
pub(crate) struct SpreadKey {
    pub(crate) wire: String,
    pub(crate) required: bool,
    pub(crate) token: TokenStream,
}

impl Default for DeclaredVerb {
    fn default() -> Self {
        Self {
            verb: Verb::FALLBACK,
            token: TokenStream::new(),
        }
    }
}

impl Key {
    pub(crate) fn is_page(&self) -> bool {
        matches!(self.style, Style::Page { .. })
    }

    /// Returns the number of the first page; 1 if it is not a page number.
    pub(crate) fn first_page(&self) -> u32 {
        match self.style {
            Style::Page { first } => first,
            _ => 1,
        }
    }

    pub(crate) fn is_flattened(&self) -> bool {
        matches!(self.style, Style::Flattened(_))
    }
}

impl Parameter {
    /// Returns the name without `r#`.
    pub(crate) fn plain_name(&self) -> String {
        plain_name(&self.name)
    }

    /// Returns true if no mistake was found in it.
    pub(crate) fn is_valid(&self) -> bool {
        self.validity == Validity::Valid
    }

    /// Records a mistake.
    pub(crate) fn mark_invalid(&mut self) {
        if self.is_valid() {
            self.validity = Validity::Invalid;
        }
    }

    /// Returns true if the builder has a field for it. After a mistake an optional parameter keeps its
    /// setter, so that calls of it still compile.
    pub(crate) fn has_field(&self) -> bool {
        self.is_valid() || self.optional && self.validity == Validity::Invalid
    }

    /// Returns true if it has neither an attribute nor a placeholder.
    pub(crate) fn is_unplaced(&self) -> bool {
        self.place.is_none() && self.attribute.is_none()
    }

    /// Makes it a path parameter.
    pub(crate) fn place_in_path(&mut self) {
        self.place = Some(Place {
            kind: &PATH,
            content_type: None,
            key: Key {
                wire: self.plain_name(),
                token: self.name.to_token_stream(),
                style: Style::Plain,
                with: None,
            },
        });
    }

    /// Returns true if it fills a placeholder.
    pub(crate) fn is_path(&self) -> bool {
        self.place
            .as_ref()
            .is_some_and(|place| place.kind.is_path())
    }
}

impl Endpoint {
    /// Returns the parameters without a mistake, with their places.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (&Parameter, &Place)> {
        let valid = self.parameters.iter().filter(|one| one.is_valid());
        valid.filter_map(|parameter| Some((parameter, parameter.place.as_ref()?)))
    }

    /// Returns true for a list with pages.
    pub(crate) fn is_paged(&self) -> bool {
        self.placed().any(|(_, place)| place.key.is_page())
    }
}

/// Returns the doc comments among attributes.
fn docs(attributes: &[Attribute]) -> Vec<Attribute> {
    let docs = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    docs.cloned().collect()
}

/// Returns a name without `r#`.
pub(crate) fn plain_name(name: &Ident) -> String {
    name.unraw().to_string()
}
