//! What writes a request: the path's pieces, then each parameter in the declared order.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};

use syn::{Path, Type};

use super::spans::at;
use crate::model::{Endpoint, Key, Parameter, Part, Place, Style};

/// The statements of `Endpoint::encode`, over a local `request`.
pub(super) fn statements(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let mut code = path(endpoint, runtime);
    let mut form = false;
    for parameter in endpoint
        .parameters
        .iter()
        .filter(|parameter| parameter.is_sound())
    {
        if matches!(parameter.place, Place::Form(_)) && !form {
            form = true;
            code.extend(quote_spanned!(site=> #runtime::Encoder::empty_form(request);));
        }
        code.extend(statement(parameter, runtime));
    }
    code
}

fn path(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let mut code = TokenStream::new();
    let mut literal = String::new();
    let flush = |literal: &mut String, code: &mut TokenStream| {
        if !literal.is_empty() {
            let text = std::mem::take(literal);
            code.extend(quote_spanned!(site=> #runtime::Encoder::literal(request, #text);));
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
                let named = |parameter: &&Parameter| {
                    parameter.is_sound()
                        && matches!(parameter.place, Place::Path)
                        && parameter.plain_name() == placeholder.name
                };
                if let Some(parameter) = endpoint.parameters.iter().find(named) {
                    let wire = &placeholder.name;
                    let arguments = quote_spanned!(site=> #wire);
                    code.extend(sent(parameter, runtime, "PathValue", "segment", &arguments));
                }
            }
        }
    }
    flush(&mut literal, &mut code);
    code
}

/// What RFC 3986 does not allow in a segment is percent-encoded here, once.
fn encode_segment(text: &str, literal: &mut String) {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte) {
            literal.push(char::from(byte));
        } else {
            literal.extend([
                '%',
                HEX[usize::from(byte >> 4)],
                HEX[usize::from(byte & 15)],
            ]);
        }
    }
}

fn statement(parameter: &Parameter, runtime: &TokenStream) -> Option<TokenStream> {
    let site = Span::mixed_site();
    let plain = parameter.plain_name();
    let (bound, method, arguments) = match &parameter.place {
        Place::Query(key) => keyed("Query", "query", key, &plain),
        Place::Form(key) => keyed("Form", "form", key, &plain),
        Place::Json => (
            "JsonBody".to_owned(),
            "json".to_owned(),
            quote_spanned!(site=> #plain),
        ),
        Place::Header(key) => {
            let header = &key.wire;
            (
                "HeaderField".to_owned(),
                "header".to_owned(),
                quote_spanned!(site=> #plain, #header),
            )
        }
        Place::Path | Place::None => return None,
    };
    Some(match &parameter.place {
        Place::Query(Key {
            with: Some(with), ..
        })
        | Place::Form(Key {
            with: Some(with), ..
        }) => converted(parameter, with, runtime, &bound, &method, &arguments),
        _ => sent(parameter, runtime, &bound, &method, &arguments),
    })
}

/// `<Type as Bound>::method(value, arguments, request);`, with the type of what is sent: the `T` of
/// `Option<T>`, of `&T` and of `Option<&T>`. It is `T` that can or cannot be sent, and that a message
/// should name.
fn sent(
    parameter: &Parameter,
    runtime: &TokenStream,
    bound: &str,
    method: &str,
    arguments: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let name = &parameter.name;
    let (ty, borrowed) = match &parameter.sent {
        Type::Reference(reference) if reference.mutability.is_none() => (&*reference.elem, true),
        owned => (owned, false),
    };
    let bound = format_ident!("{bound}", span = site);
    let method = match (parameter.optional, borrowed) {
        (true, false) => format_ident!("{method}_if", span = site),
        _ => format_ident!("{method}", span = site),
    };
    let value = match (parameter.optional, borrowed) {
        (true, true) => quote_spanned!(site=> value),
        (false, true) => quote_spanned!(site=> self.#name),
        (_, false) => quote_spanned!(site=> &self.#name),
    };
    let call =
        quote_spanned!(site=> <#ty as #runtime::#bound>::#method(#value, #arguments, request););
    if parameter.optional && borrowed {
        quote_spanned!(site=> if let ::core::option::Option::Some(value) = &self.#name { #call })
    } else {
        call
    }
}

/// Where a mistake in a function of the user's is shown: at its name.
pub(super) fn place_of_function(with: &Path) -> Span {
    with.segments
        .last()
        .map_or_else(Span::mixed_site, |segment| at(segment.ident.span()))
}

/// A value that a function of the user's makes from the parameter; it is the function's result that
/// has to have the bound.
fn converted(
    parameter: &Parameter,
    with: &Path,
    runtime: &TokenStream,
    bound: &str,
    method: &str,
    arguments: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let name = &parameter.name;
    let bound = format_ident!("{bound}", span = site);
    let method = format_ident!("{method}", span = site);
    let place = place_of_function(with);
    let call = |value: TokenStream| {
        let made = quote_spanned!(place=> &#with(#value));
        quote_spanned!(site=> #runtime::#bound::#method(#made, #arguments, request);)
    };
    if parameter.optional {
        let call = call(quote_spanned!(place=> value));
        quote_spanned!(site=> if let ::core::option::Option::Some(value) = &self.#name { #call })
    } else {
        call(quote_spanned!(place=> &self.#name))
    }
}

/// The bound, its method and the arguments for a key of the query or the form.
fn keyed(bound: &str, place: &str, key: &Key, parameter: &str) -> (String, String, TokenStream) {
    let site = Span::mixed_site();
    let wire = &key.wire;
    match &key.style {
        Style::Plain => (
            format!("{bound}Value"),
            place.to_owned(),
            quote_spanned!(site=> #wire),
        ),
        Style::Joined(separator) => (
            format!("{bound}Value"),
            format!("{place}_joined"),
            quote_spanned!(site=> #wire, #separator),
        ),
        Style::Flattened(_) => (
            "FlattenValue".to_owned(),
            format!("{place}_flattened"),
            quote_spanned!(site=> #parameter),
        ),
        Style::Page => (
            "PageNumber".to_owned(),
            "page".to_owned(),
            quote_spanned!(site=> #wire),
        ),
    }
}
