//! Doc comments of what is generated.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, Lit, Meta};

use crate::model::{Endpoint, Method, Parameter, Place, Style};

/// What a method's page says below the user's own words: the request and its parameters.
pub(super) fn of_method(endpoint: &Endpoint) -> TokenStream {
    // Rustdoc drops the first of the line breaks between two doc attributes.
    let text = format!("\n{}", request_and_parameters(endpoint));
    quote!(#[doc = #text])
}

/// A builder's page: the method's words, the request and its parameters.
pub(super) fn of_builder(method: &Method, declaring: &str) -> TokenStream {
    let name = &method.endpoint.name;
    let mut text: Vec<String> = method
        .attributes
        .iter()
        .filter_map(line)
        // `Self` is the trait in the method's docs, and the builder in these.
        .map(|line| line.replace("Self::", &format!("{declaring}::")))
        .collect();
    text.push(request_and_parameters(&method.endpoint));
    text.push(format!(
        "\nWhat `{declaring}::{name}` gives; nothing is sent before it is awaited."
    ));
    let text = text.join("\n");
    quote!(#[doc = #text])
}

/// A setter's page: the parameter's own words, or a sentence in their place.
pub(super) fn of_setter(parameter: &Parameter) -> TokenStream {
    let docs = &parameter.docs;
    if docs.is_empty() {
        let text = format!("Sets the {}.", description(parameter));
        return quote!(#[doc = #text]);
    }
    quote!(#(#docs)*)
}

/// The page of a setter's `maybe_` twin.
pub(super) fn of_twin(parameter: &Parameter) -> TokenStream {
    let text = format!(
        "[`{0}`](Self::{0}), or nothing: `None` takes it out again.",
        parameter.plain_name()
    );
    quote!(#[doc = #text])
}

fn request_and_parameters(endpoint: &Endpoint) -> String {
    let verb = endpoint.verb.kind.variant().to_uppercase();
    let mut text = format!("\n`{verb} {}`\n", endpoint.template.text());
    let listed: Vec<&Parameter> = endpoint
        .parameters
        .iter()
        .filter(|parameter| parameter.is_sound())
        .collect();
    if !listed.is_empty() {
        text.push_str("\n# Parameters\n");
    }
    for parameter in listed {
        let words: Vec<String> = parameter.docs.iter().filter_map(line).collect();
        let words = words.join("\n").trim().replace('\n', "\n  ");
        let name = parameter.plain_name();
        let kind = kind(parameter);
        let optional = if parameter.optional { ", optional" } else { "" };
        let mut entry = format!("- `{name}` ({kind}{optional})");
        if !words.is_empty() {
            entry.push_str(": ");
            entry.push_str(&words);
        }
        text.push_str(&entry);
        text.push('\n');
    }
    text
}

/// `query`, ``query, sent as `agentId` ``.
fn kind(parameter: &Parameter) -> String {
    let keyed = |place: &str, key: &crate::model::Key| match &key.style {
        Style::Flattened(_) => format!("{place}, spread over keys"),
        _ if key.wire == parameter.plain_name() => place.to_owned(),
        _ => format!("{place}, sent as `{}`", key.wire),
    };
    match &parameter.place {
        Place::Path => "path".to_owned(),
        Place::Query(key) => keyed("query", key),
        Place::Form(key) => keyed("form", key),
        Place::Json => "the JSON body".to_owned(),
        Place::Header(key) => format!("header `{}`", key.wire),
        Place::None => String::new(),
    }
}

fn description(parameter: &Parameter) -> String {
    match &parameter.place {
        Place::Query(key) if key.is_page() => "number of the page to begin with".to_owned(),
        Place::Query(key) if !key.is_flattened() => {
            format!("query parameter `{}`", key.wire)
        }
        Place::Form(key) if !key.is_flattened() => {
            format!("form parameter `{}`", key.wire)
        }
        Place::Header(key) => format!("header `{}`", key.wire),
        Place::Json => "JSON body".to_owned(),
        _ => format!("parameters of `{}`", parameter.plain_name()),
    }
}

/// The user's words, as written.
pub(super) fn words(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes.iter().filter_map(line).collect();
    lines.join("\n")
}

/// The text of one doc comment.
fn line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    match &meta.value {
        Expr::Lit(literal) if meta.path.is_ident("doc") => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
