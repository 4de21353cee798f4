//! `#[api]`: reads a trait.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, TraitItem, TraitItemFn, Visibility};

use super::keys::{self, KeyValue};
use super::metadata::{Options, read_metadata, read_option};
use super::method::{Context, method};
use super::template::Template;
use super::{Declaration, Metadata, Method, docs, lints};
use crate::diagnostics::Errors;
use crate::grammar;
use crate::parse::{Argument, Arguments, TraitSource};

/// Reads a trait and the options of its `#[api]`.
pub(crate) fn declaration(
    options: TokenStream,
    mut source: TraitSource,
    errors: &mut Errors,
) -> Declaration {
    lints::allow_expected(&mut source.header.attrs);
    remove_second(&mut source.header.attrs, errors);
    let context = read_options(options, docs(&source.header.attrs), errors);
    check_header(&source, errors);
    let mut methods: Vec<Method> = Vec::new();
    for item in source.items {
        let Some(declared) = endpoint_item(item, errors) else {
            continue;
        };
        let declared = method(declared, &context, errors);
        let name = &declared.endpoint.name;
        let is_duplicate = methods
            .iter()
            .any(|other| other.endpoint.name == *name && !other.excludes(&declared));
        if is_duplicate {
            errors.add(
                name,
                format!("duplicate method `{name}`"),
                "rename one of the two",
            );
        } else {
            methods.push(declared);
        }
    }
    Declaration {
        header: source.header,
        facade: context.options.facade,
        shared_call_builder: context.options.call_builder,
        methods,
    }
}

/// Reads the options of `#[api]`.
fn read_options(tokens: TokenStream, docs: Vec<Attribute>, errors: &mut Errors) -> Context {
    let mut options = Options::default();
    let mut path = Template::default();
    let mut literal = None;
    let mut metadata = Metadata::default();
    let arguments = Arguments::parse(tokens);
    let mut written = arguments.list.iter();
    // Until the path is read below, its placeholders are unknown.
    path.broken =
        written.any(|argument| matches!(argument, Argument::Value(word, _) if word == "path"));
    for key in keys::read(&grammar::Attribute::API, &arguments, errors).keys {
        if read_option(&key, &mut options, errors) || read_metadata(&key, &mut metadata, errors) {
            continue;
        }
        if let KeyValue::Text(text) = key.value {
            path = Template::read(&text, errors);
            literal = Some(text);
        }
    }
    path.reject_version(options.is_root, &literal, errors);
    Context {
        path,
        options,
        metadata,
        docs,
    }
}

/// Reports a second `#[api]`, which would expand what the first one generates.
fn remove_second(attributes: &mut Vec<Attribute>, errors: &mut Errors) {
    attributes.retain(|attribute| {
        let mut names = attribute.path().segments.iter().map(|name| &name.ident);
        let is_second = match (names.next(), names.next(), names.next()) {
            (Some(only), None, _) => only == "api",
            (Some(facade), Some(name), None) => facade == "comm100" && name == "api",
            _ => false,
        };
        if is_second {
            errors.add(
                attribute.path(),
                "duplicate `#[api]`",
                "write all options in one: `#[api(path = \"livechat\", version = 2)]`",
            );
        }
        !is_second
    });
}

fn check_header(source: &TraitSource, errors: &mut Errors) {
    let header = &source.header;
    if let Some(token) = &header.unsafety {
        errors.add(
            token,
            "a trait of endpoints cannot be `unsafe`",
            "remove `unsafe`",
        );
    }
    if !header.generics.params.is_empty() {
        errors.add(
            &header.generics,
            "a trait of endpoints cannot be generic: it is implemented for every client",
            "put the generics on the methods that need them",
        );
    }
    if let Some(clause) = &header.generics.where_clause {
        errors.add(
            clause,
            "a trait of endpoints cannot have a `where` clause",
            "write supertraits, `trait Tickets: Other`, or put the clause on a method",
        );
    }
}

/// Reports the visibility of a method, and returns the method.
fn visible(tokens: TokenStream, errors: &mut Errors) -> Option<TraitItemFn> {
    let read = |input: ParseStream<'_>| {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility: Visibility = input.parse()?;
        let mut method: TraitItemFn = input.parse()?;
        method.attrs = attributes;
        Ok((visibility, method))
    };
    if let Ok((visibility @ (Visibility::Public(_) | Visibility::Restricted(_)), method)) =
        read.parse2(tokens.clone())
    {
        errors.add(
            visibility,
            "a method of a trait cannot have a visibility",
            "remove it; methods are as visible as the trait",
        );
        return Some(method);
    }
    errors.add(
        tokens,
        "a trait of endpoints can contain only methods",
        "declare each as `async fn name(&self, ..) -> Result<T>;`",
    );
    None
}

/// Returns a method, or reports another item.
fn endpoint_item(item: TraitItem, errors: &mut Errors) -> Option<TraitItemFn> {
    let (token, what) = match item {
        TraitItem::Fn(method) => return Some(method),
        // syn keeps here what rustc's parser accepts and its grammar rejects: `pub async fn ..`.
        TraitItem::Verbatim(tokens) => return visible(tokens, errors),
        TraitItem::Type(item) => (item.type_token.to_token_stream(), "associated types"),
        TraitItem::Const(item) => (item.const_token.to_token_stream(), "associated constants"),
        TraitItem::Macro(item) => (item.mac.path.to_token_stream(), "macro calls"),
        other => (other.to_token_stream(), "other items than methods"),
    };
    errors.add(
        token,
        format!("a trait of endpoints cannot contain {what}"),
        "declare only methods; put other items in a supertrait",
    );
    None
}
