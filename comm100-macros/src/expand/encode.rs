//! Encoding of a request: the parts of its path, then each parameter in the declared order.

use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::{ExprPath, LitStr, Type};

use super::fields::Access;
use super::locations;
use super::spans::moved;
use crate::grammar::{BodyKind, PlaceKind, Runtime, WireName};
use crate::model::{Endpoint, Key, Parameter, Part, Place, Style, peeled};

/// Returns the statements of `Endpoint::encode`, which use the argument `__request`.
pub(super) fn statements(
    endpoint: &Endpoint,
    access: Access<'_>,
    runtime: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let mut code = path(endpoint, access, runtime);
    for header in &endpoint.metadata.headers {
        let (name, value) = (&header.name, &header.value);
        code.extend(quote_spanned! {site=>
            #runtime::Encoder::constant_header(__request, #name, #value);
        });
    }
    let mut started: Vec<&'static str> = Vec::new();
    for (parameter, place) in endpoint.placed().filter(|(_, place)| !place.kind.is_path()) {
        if let Some(start) = place.kind.runtime.start
            && !started.contains(&start)
        {
            started.push(start);
            let start = format_ident!("{start}", span = site);
            code.extend(quote_spanned!(site=> #runtime::Encoder::#start(__request);));
        }
        code.extend(statement(endpoint, parameter, place, access, runtime));
    }
    code
}

fn path(endpoint: &Endpoint, access: Access<'_>, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let mut code = TokenStream::new();
    let mut literal = String::new();
    let flush = |literal: &mut String, code: &mut TokenStream| {
        if !literal.is_empty() {
            let text = std::mem::take(literal);
            code.extend(quote_spanned!(site=> #runtime::literal(__request, #text);));
        }
    };
    for (position, part) in endpoint.template.parts.iter().enumerate() {
        if position > 0 {
            literal.push('/');
        }
        match part {
            Part::Literal(text) => encode_segment(text, &mut literal),
            Part::Placeholder(placeholder) => {
                flush(&mut literal, &mut code);
                let named = endpoint.placed().find(|(parameter, place)| {
                    place.kind.is_path() && parameter.plain_name() == placeholder.name
                });
                if let Some((parameter, place)) = named {
                    code.extend(statement(endpoint, parameter, place, access, runtime));
                }
                if let Some(verb) = &placeholder.verb {
                    literal.push(':');
                    encode_segment(verb, &mut literal);
                }
            }
        }
    }
    flush(&mut literal, &mut code);
    code
}

/// Percent-encodes what RFC 3986 does not allow in a segment.
fn encode_segment(text: &str, literal: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte) {
            literal.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(literal, "%{byte:02X}");
        }
    }
}

/// Returns the statement that encodes one parameter; nothing for `None`.
fn statement(
    endpoint: &Endpoint,
    parameter: &Parameter,
    place: &Place,
    access: Access<'_>,
    runtime: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let call = Call::of(endpoint, parameter, place);
    let field = access.field(parameter);
    if !parameter.optional {
        return call.write(parameter, &field, false, runtime);
    }
    let value = Ident::new("__value", site);
    let value = quote_spanned!(site=> #value);
    let written = call.write(parameter, &value, true, runtime);
    // Without a number the list starts at its first page.
    let otherwise = place.key.is_page().then(|| {
        let wire = &place.key.wire;
        let first = place.key.first_page();
        quote_spanned! {site=>
            else { #runtime::Encoder::page(__request, #wire, #first, ::core::option::Option::None); }
        }
    });
    // A reference is copied out: rustc would coerce `&&dyn Trait` to another trait object.
    let is_copied = place.key.with.is_none() && is_borrowed(parameter);
    let option = if is_copied {
        field
    } else {
        quote_spanned!(site=> &#field)
    };
    quote_spanned! {site=>
        if let ::core::option::Option::Some(#value) = #option { #written } #otherwise
    }
}

/// Returns true for `&T` and `Option<&T>`.
fn is_borrowed(parameter: &Parameter) -> bool {
    matches!(&parameter.sent, Type::Reference(reference) if reference.mutability.is_none())
}

/// A call of the core that encodes a value.
struct Call<'a> {
    bound: Ident,
    method: Ident,
    arguments: TokenStream,
    with: Option<&'a ExprPath>,
}

impl<'a> Call<'a> {
    fn of(endpoint: &Endpoint, parameter: &Parameter, place: &'a Place) -> Self {
        let Place {
            kind,
            key,
            content_type,
        } = place;
        let (bound, method, arguments) = arguments(
            endpoint,
            &parameter.plain_name(),
            kind,
            key,
            content_type.as_ref(),
        );
        let site = Span::mixed_site();
        Self {
            bound: format_ident!("{bound}", span = site),
            method: format_ident!("{method}", span = site),
            arguments,
            with: key.with.as_ref(),
        }
    }

    /// Returns `<Type as Bound>::method(&value, arguments, request);`.
    ///
    /// The type is the `T` of `Option<T>`, `&T` and `Option<&T>`: the one that needs the bound, and
    /// that a message should name.
    fn write(
        &self,
        parameter: &Parameter,
        value: &TokenStream,
        is_reference: bool,
        runtime: &TokenStream,
    ) -> TokenStream {
        let site = Span::mixed_site();
        let Self {
            bound,
            method,
            arguments,
            with,
        } = self;
        if let Some(function) = with {
            let location = locations::of_function(function);
            let value = moved(value, location);
            let argument = if is_reference {
                quote_spanned!(location=> #value)
            } else {
                quote_spanned!(location=> &#value)
            };
            // The function's result needs the bound.
            let converted = quote_spanned!(location=> &#function(#argument));
            return quote_spanned! {site=>
                #runtime::#bound::#method(#converted, #arguments, __request);
            };
        }
        let (ty, is_borrowed) = match &parameter.sent {
            Type::Reference(reference) if reference.mutability.is_none() => {
                (peeled(&reference.elem), true)
            }
            owned => (peeled(owned), false),
        };
        let value = if is_reference || is_borrowed {
            value.clone()
        } else {
            quote_spanned!(site=> &#value)
        };
        quote_spanned!(site=> <#ty as #runtime::#bound>::#method(#value, #arguments, __request);)
    }
}

/// Returns the bound, its method, and the arguments that follow the value.
fn arguments(
    endpoint: &Endpoint,
    name: &str,
    kind: &PlaceKind,
    key: &Key,
    content_type: Option<&LitStr>,
) -> (&'static str, String, TokenStream) {
    let site = Span::mixed_site();
    let Runtime { bound, method, .. } = kind.runtime;
    let wire = &key.wire;
    let is_member = kind.body == Some(BodyKind::JsonObject);
    match &key.style {
        Style::Plain => {
            let arguments = match kind.wire {
                WireName::Key if is_member => {
                    let prefix = format!("{}:", json_string(wire));
                    quote_spanned!(site=> #wire, #prefix)
                }
                WireName::Key => quote_spanned!(site=> #wire),
                WireName::Header => quote_spanned!(site=> #name, #wire),
                WireName::Whole if kind.literal.is_some() => content_type.map_or_else(
                    || quote_spanned!(site=> ::core::option::Option::None),
                    |text| quote_spanned!(site=> ::core::option::Option::Some(#text)),
                ),
                WireName::Whole => quote_spanned!(site=> #name),
            };
            (bound, method.to_owned(), arguments)
        }
        Style::Joined(separator) => (
            bound,
            format!("{method}_joined"),
            quote_spanned!(site=> #wire, #separator),
        ),
        Style::Flattened(_) => {
            let declared = is_member.then(|| {
                let keys = declared_keys(endpoint, kind);
                quote_spanned!(site=> , &[#(#keys),*])
            });
            (
                "FlattenValue",
                format!("{method}_flattened"),
                quote_spanned!(site=> #name #declared),
            )
        }
        Style::Page { first } => (
            "PageNumber",
            "page".to_owned(),
            quote_spanned!(site=> #wire, #first),
        ),
    }
}

/// Returns the keys of a place that are declared one by one.
fn declared_keys<'a>(endpoint: &'a Endpoint, kind: &'a PlaceKind) -> impl Iterator<Item = &'a str> {
    endpoint.placed().filter_map(move |(_, place)| {
        let is_declared = place.kind.attribute == kind.attribute && !place.key.is_flattened();
        is_declared.then_some(place.key.wire.as_str())
    })
}

/// Writes text as a JSON string.
fn json_string(text: &str) -> String {
    let escaped: Vec<String> = text
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            control if control < ' ' => format!("\\u{:04x}", u32::from(control)),
            other => other.to_string(),
        })
        .collect();
    format!("\"{}\"", escaped.concat())
}
