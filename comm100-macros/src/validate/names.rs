//! Names: of methods, builders, parameters, setters, and on the wire.

use proc_macro2::TokenStream;

use crate::diagnostics::Errors;
use crate::model::{Fate, Method, Parameter, Place, Style, plain_name};

/// Methods that a client has already, or that every type has: they would win over the trait's.
const CLIENT_METHODS: [&str; 9] = [
    "endpoints",
    "as_ref",
    "clone",
    "call",
    "quota",
    "set_credentials",
    "stats",
    "into",
    "try_into",
];

/// Methods of every builder, whatever the features.
const BUILDER_METHODS: [&str; 11] = [
    "send",
    "send_with_response",
    "send_blocking",
    "timeout",
    "header",
    "request",
    "into_future",
    "pages",
    "items",
    "prefetch",
    "max_pages",
];

/// Checks the names of a trait's methods and of their builders.
pub(super) fn methods(methods: &mut [Method], errors: &mut Errors) {
    for position in 0..methods.len() {
        let (earlier, rest) = methods.split_at_mut(position);
        let Some(method) = rest.first_mut() else {
            return;
        };
        let name = &method.endpoint.name;
        let plain = plain_name(name);
        if CLIENT_METHODS.contains(&plain.as_str()) {
            let rule = match plain.as_str() {
                "endpoints" => {
                    "the name `endpoints` is taken: it lists the trait's endpoints".to_owned()
                }
                _ => format!(
                    "the name `{plain}` is taken: a client's own `{plain}` would be called instead"
                ),
            };
            errors.add(
                name,
                rule,
                &format!("choose another, such as `{plain}_one` or `get_{plain}`"),
            );
        }
        let Some(other) = earlier
            .iter()
            .find(|other| other.builder == method.builder && !other.excludes(method))
        else {
            continue;
        };
        let rule = format!(
            "`{}` and `{plain}` have builders of one name, `{}`",
            other.endpoint.name, method.builder
        );
        if method.builder_named {
            errors.add(&method.builder, rule, "choose another");
        } else {
            errors.add(
                name,
                rule,
                "name one of them: `builder = ..` in the verb's attribute",
            );
        }
        method.builder = quote::format_ident!("{}{}", method.builder, position);
    }
}

/// Two parameters of one name: the second cannot be told from the first.
pub(super) fn parameters(parameters: &mut Vec<Parameter>, errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    parameters.retain(|parameter| {
        let name = parameter.plain_name();
        if seen.contains(&name) {
            errors.add(
                &parameter.name,
                format!("two parameters are named `{name}`"),
                "give one of them another name",
            );
            return false;
        }
        seen.push(name);
        true
    });
}

/// Optional parameters become setters, beside the methods that every builder has.
pub(super) fn setters(parameters: &mut [Parameter], errors: &mut Errors) {
    let optional: Vec<String> = parameters
        .iter()
        .filter(|parameter| parameter.optional)
        .map(Parameter::plain_name)
        .collect();
    for parameter in parameters.iter_mut().filter(|parameter| parameter.optional) {
        let name = parameter.plain_name();
        let rule = if BUILDER_METHODS.contains(&name.as_str()) {
            format!(
                "an optional parameter is not named `{name}`: every builder has a method of that name"
            )
        } else if name
            .strip_prefix("maybe_")
            .is_some_and(|twin| optional.iter().any(|other| other == twin))
        {
            format!(
                "an optional parameter is not named `{name}`: `{}` has a setter of that name",
                &name["maybe_".len()..]
            )
        } else {
            continue;
        };
        parameter.fate = Fate::Unusable;
        let remedy = match &parameter.place {
            Place::Query(key) | Place::Form(key) if !key.is_flattened() => {
                format!(
                    "choose another and keep the key: `rename = \"{}\"`",
                    key.wire
                )
            }
            _ => "choose another".to_owned(),
        };
        errors.add(&parameter.name, rule, &remedy);
    }
}

/// Two parameters of one key; two page numbers.
pub(super) fn wire(parameters: &mut [Parameter], errors: &mut Errors) {
    let mut seen = Seen::default();
    let mut page: Option<String> = None;
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_sound())
    {
        let name = parameter.plain_name();
        let (place, key) = match &parameter.place {
            Place::Query(key) => ("query", key),
            Place::Form(key) => ("form", key),
            _ => continue,
        };
        if key.is_page() {
            if let Some(first) = &page {
                errors.add(
                    &parameter.name,
                    format!("a second page number: `{first}` is it already"),
                    "make one of them a plain `#[query]`",
                );
                parameter.spoil();
                continue;
            }
            page = Some(name.clone());
        }
        let taken = match &key.style {
            Style::Flattened(spread) => spread
                .iter()
                .any(|spread| seen.takes(place, &spread.wire, &name, &spread.token, errors)),
            _ => seen.takes(place, &key.wire, &name, &key.token, errors),
        };
        if taken {
            parameter.spoil();
        }
    }
}

/// The keys so far, with the parameters that they belong to.
#[derive(Default)]
struct Seen {
    keys: Vec<(&'static str, String, String)>,
}

impl Seen {
    /// Takes a key, or reports that it is taken.
    fn takes(
        &mut self,
        place: &'static str,
        wire: &str,
        parameter: &str,
        token: &TokenStream,
        errors: &mut Errors,
    ) -> bool {
        let known = self
            .keys
            .iter()
            .find(|(taken, other, _)| *taken == place && other == wire);
        if let Some((_, _, first)) = known {
            errors.add(
                token,
                format!("`{first}` and `{parameter}` are both sent as the key `{wire}`"),
                "rename one of them; to repeat a key take a list, `&[T]`",
            );
            return true;
        }
        self.keys
            .push((place, wire.to_owned(), parameter.to_owned()));
        false
    }
}
