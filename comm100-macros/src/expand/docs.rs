//! Doc comments of generated items.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Attribute, LitStr};

use super::response_docs;
use crate::grammar::WireName;
use crate::model::{Method, Parameter, Place};
use crate::parse::doc_line;

/// Returns the text below a method's own docs: the request and its parameters.
pub(super) fn of_method(method: &Method) -> TokenStream {
    // Rustdoc drops the first line break between two doc attributes.
    let text = format!("\n{}", request_and_parameters(method));
    quote!(#[doc = #text])
}

/// Allows links to types that are public, but not documented. On a trait it holds for its methods too.
pub(super) fn allowed_links() -> TokenStream {
    quote!(#[allow(rustdoc::private_intra_doc_links)])
}

/// Returns the docs of a builder: those of the method, the request and its parameters.
pub(super) fn of_builder(method: &Method, declaring: &str) -> TokenStream {
    let name = &method.endpoint.name;
    let mut text: Vec<String> = method.attributes.iter().filter_map(doc_line).collect();
    text.push(request_and_parameters(method));
    text.push(format!(
        "\nReturned by {}; sends nothing until awaited.",
        link(&format!("{declaring}::{name}"))
    ));
    let (allowed, text) = (allowed_links(), named_self(&text.join("\n"), declaring));
    quote!(#allowed #[doc = #text])
}

/// Returns the user's docs for outside of the trait, with its name in place of `Self`.
fn named_self(text: &str, declaring: &str) -> String {
    text.replace("Self::", &format!("{declaring}::"))
}

/// Returns a link to an item, by its path. Rustdoc does not resolve raw identifiers.
pub(super) fn link(path: &str) -> String {
    if path.contains("r#") {
        format!("`{path}`")
    } else {
        format!("[`{path}`]")
    }
}

/// Returns the docs of a setter: those of the parameter, or a generated sentence.
pub(super) fn of_setter(parameter: &Parameter, declaring: &str) -> TokenStream {
    let docs = &parameter.docs;
    if docs.is_empty() {
        let text = format!("Sets the {}.", description(parameter));
        return quote!(#[doc = #text]);
    }
    let docs = docs.iter().map(|attribute| match doc_line(attribute) {
        Some(text) if text.contains("Self::") => {
            let text = LitStr::new(&named_self(&text, declaring), attribute.span());
            quote!(#[doc = #text])
        }
        _ => attribute.to_token_stream(),
    });
    quote!(#(#docs)*)
}

/// Returns the docs of a setter's `maybe_` twin.
pub(super) fn of_twin(parameter: &Parameter) -> TokenStream {
    let text = format!(
        "Like [`{0}`](Self::{0}); `None` clears it.",
        parameter.plain_name()
    );
    quote!(#[doc = #text])
}

fn request_and_parameters(method: &Method) -> String {
    let endpoint = &method.endpoint;
    let verb = endpoint.verb.verb.http();
    let mut text = format!("\n`{verb} {}`\n", endpoint.template.text());
    if let Some(response) = response_docs::sentence(endpoint, &method.generics) {
        text.extend(["\n", &response, "\n"]);
    }
    let mut listed = endpoint.placed().peekable();
    if listed.peek().is_some() {
        text.push_str("\n# Parameters\n");
    }
    for (parameter, place) in listed {
        let words: Vec<String> = parameter.docs.iter().filter_map(doc_line).collect();
        let words = words.join("\n").trim().replace('\n', "\n  ");
        let name = parameter.plain_name();
        let kind = kind(&name, place);
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

/// Returns `query parameter`, ``query parameter `agentId` ``.
fn kind(name: &str, place: &Place) -> String {
    let Place { kind, key, .. } = place;
    if kind.is_path() {
        return kind.attribute.to_owned();
    }
    match kind.wire {
        WireName::Key if key.is_flattened() => format!("{}s, flattened", kind.noun),
        WireName::Key if key.wire == name => kind.noun.to_owned(),
        WireName::Key | WireName::Header => format!("{} `{}`", kind.noun, key.wire),
        WireName::Whole => kind.noun.to_owned(),
    }
}

fn description(parameter: &Parameter) -> String {
    let Some(Place { kind, key, .. }) = &parameter.place else {
        return format!("parameter `{}`", parameter.plain_name());
    };
    match kind.wire {
        WireName::Key if key.is_page() => "number of the first page".to_owned(),
        WireName::Key if key.is_flattened() => {
            format!("{}s of `{}`", kind.noun, parameter.plain_name())
        }
        WireName::Key | WireName::Header => format!("{} `{}`", kind.noun, key.wire),
        WireName::Whole => kind.noun.to_owned(),
    }
}

/// Returns the text of doc comments.
pub(super) fn text(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    lines.join("\n")
}
