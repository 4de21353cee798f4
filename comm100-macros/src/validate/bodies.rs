//! A request has one body of one kind, if its verb allows any.

use quote::ToTokens;

use crate::diagnostics::{Errors, spelled};
use crate::grammar::{BodyKind, PlaceKind, WireName};
use crate::model::{Endpoint, Parameter, is_bytes, is_file_path};

/// The first parameter of the body.
struct First {
    parameter: String,
    place: &'static PlaceKind,
}

/// Checks the parameters of the body.
pub(super) fn check(endpoint: &mut Endpoint, errors: &mut Errors) {
    let verb = endpoint.verb.verb;
    let bodyless = (!verb.takes_body && !endpoint.verb.token.is_empty()).then(|| verb.http());
    let mut first: Option<First> = None;
    let mut reported = false;
    for parameter in &mut endpoint.parameters {
        let Some((place, kind)) = body(parameter) else {
            continue;
        };
        let name = parameter.plain_name();
        let (mistake, repeats) = match (&bodyless, &first) {
            (Some(verb), _) => (not_allowed(verb, &name, place), true),
            (None, None) => {
                first = Some(First {
                    parameter: name,
                    place,
                });
                continue;
            }
            (None, Some(first)) if first.place.body != Some(kind) => (mixed(first, place), true),
            (None, Some(first)) if place.wire == WireName::Whole => (second(first), false),
            _ => continue,
        };
        parameter.mark_invalid();
        // A wrong verb is one mistake, however many keys a form has; so is a second kind of body.
        if !(reported && repeats) {
            let (rule, remedy) = mistake;
            errors.add(parameter.attribute.to_token_stream(), rule, &remedy);
        }
        reported |= repeats;
    }
}

/// Checks the types of parts. A part is a scalar or a `Part`; serde serializes bytes as a list, and the path of a file as
/// its text.
pub(super) fn parts(endpoint: &mut Endpoint, errors: &mut Errors) {
    for parameter in &mut endpoint.parameters {
        let is_part = body(parameter).is_some_and(|(_, kind)| kind == BodyKind::Multipart);
        if !is_part || !parameter.is_valid() {
            continue;
        }
        let (reason, constructor) = if is_bytes(&parameter.sent) {
            ("bytes are serialized as a list", "bytes")
        } else if is_file_path(&parameter.sent) {
            ("the path is sent as text, without the file", "file")
        } else {
            continue;
        };
        let found = spelled(&parameter.written);
        errors.add(
            &parameter.written,
            format!("a part cannot have type `{found}`: {reason}"),
            &format!("take a `comm100::Part`, which callers make with `Part::{constructor}(..)`"),
        );
        parameter.mark_invalid();
    }
}

fn body(parameter: &Parameter) -> Option<(&'static PlaceKind, BodyKind)> {
    let place = parameter.place.as_ref()?.kind;
    Some((place, place.body?))
}

fn not_allowed(verb: &str, name: &str, place: &PlaceKind) -> (String, String) {
    (
        format!(
            "a {verb} request cannot have a body: `{name}` is `#[{}]`",
            place.attribute
        ),
        "send it as `#[query]`, or use another verb".to_owned(),
    )
}

fn mixed(first: &First, place: &PlaceKind) -> (String, String) {
    (
        format!(
            "`#[{}]` and `#[{}]` cannot be combined: a request has one body",
            first.place.attribute, place.attribute
        ),
        "use one of the two for the whole body".to_owned(),
    )
}

fn second(first: &First) -> (String, String) {
    (
        format!(
            "duplicate body: `{}` is already the {}",
            first.parameter, first.place.noun
        ),
        "put both into one struct".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    fn expansion(part: &TokenStream) -> String {
        let item = quote!(
            trait Files {
                #[post]
                async fn attach(&self, #[part] file: #part) -> Result<()>;
            }
        );
        crate::pipeline::api(quote!(), &item).to_string()
    }

    #[test]
    fn a_part_is_a_path_by_its_name_and_module() {
        let wrong = [
            quote!(PathBuf),
            quote!(&Path),
            quote!(&path::PathBuf),
            quote!(Option<&std::path::Path>),
        ];
        for part in wrong {
            assert!(expansion(&part).contains("a part cannot have"), "{part}");
        }
        let others = [
            quote!(models::Path),
            quote!(Path<u8>),
            quote!(&str),
            quote!(Part),
        ];
        for part in others {
            assert!(!expansion(&part).contains("compile_error"), "{part}");
        }
    }
}
