//! Names of methods, builders, parameters and setters, and names on the wire.

use proc_macro2::{Ident, TokenStream};

use crate::diagnostics::Errors;
use crate::grammar::WireName;
use crate::model::{Method, Parameter, Style, Validity, plain_name};

/// Methods of a client or of every type, which would be called instead of the trait's.
const CLIENT_METHODS: [&str; 13] = [
    "endpoints",
    "as_ref",
    "clone",
    "call",
    "quota",
    "set_credentials",
    "stats",
    "fetch_url",
    "into",
    "try_into",
    "to_owned",
    "clone_from",
    "clone_into",
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

/// Checks the names of a trait's methods and of their builders, which must differ from the trait, `declaring`, and
/// from its own call builder.
pub(super) fn methods(
    methods: &mut [Method],
    declaring: &Ident,
    call_builder: Option<&Ident>,
    errors: &mut Errors,
) {
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
                    "a method cannot be named `endpoints`: that function lists the trait's endpoints".to_owned()
                }
                _ => format!(
                    "a method cannot be named `{plain}`: the client's own `{plain}` would be called instead"
                ),
            };
            errors.add(
                name,
                rule,
                &format!("choose another name, such as `{plain}_one` or `get_{plain}`"),
            );
        }
        let same = earlier
            .iter()
            .find(|other| other.builder == method.builder && !other.excludes(method));
        let (rule, remedy) = if let Some(other) = same {
            let rule = format!(
                "`{}` and `{plain}` have builders of the same name, `{}`",
                other.endpoint.name, method.builder
            );
            (rule, "name one of them")
        } else if let Some(call_builder) = call_builder.filter(|name| method.builder == **name) {
            let rule = format!(
                "the builder of `{plain}` has the same name as the trait's call builder, `{call_builder}`"
            );
            (rule, "name the builder")
        } else if plain_name(&method.builder) == plain_name(declaring) {
            let rule =
                format!("the builder of `{plain}` has the same name as the trait, `{declaring}`");
            (rule, "name the builder")
        } else {
            continue;
        };
        if method.builder_named {
            errors.add(&method.builder, rule, "choose another name");
        } else {
            let remedy = format!("{remedy}: `builder = ..` in the verb's attribute");
            errors.add(name, rule, &remedy);
        }
        method.builder = quote::format_ident!("{}{}", method.builder, position);
    }
}

/// Reports arguments of the same name, and drops all but the first. Fields of the same name are reported by rustc.
pub(super) fn parameters(parameters: &mut Vec<Parameter>, are_fields: bool, errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    parameters.retain(|parameter| {
        let name = parameter.plain_name();
        if seen.contains(&name) && are_fields {
            return false;
        }
        if seen.contains(&name) {
            errors.add(
                &parameter.name,
                format!("duplicate parameter `{name}`"),
                "rename one of the two",
            );
            return false;
        }
        seen.push(name);
        true
    });
}

/// Checks the names of optional parameters, since every builder already has methods.
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
                "an optional parameter cannot be named `{name}`: every builder has a method of that name"
            )
        } else if name
            .strip_prefix("maybe_")
            .is_some_and(|twin| optional.iter().any(|other| other == twin))
        {
            format!(
                "an optional parameter cannot be named `{name}`: `{}` has a setter of that name",
                &name["maybe_".len()..]
            )
        } else {
            continue;
        };
        parameter.validity = Validity::Unusable;
        let remedy = match &parameter.place {
            Some(place) if place.kind.has_key("rename") && !place.key.is_flattened() => {
                format!(
                    "choose another name and keep the key: `rename = \"{}\"`",
                    place.key.wire
                )
            }
            _ => "choose another name".to_owned(),
        };
        errors.add(&parameter.name, rule, &remedy);
    }
}

/// Reports parameters with the same key, and a second page number.
pub(super) fn wire(parameters: &mut [Parameter], errors: &mut Errors) {
    let mut seen = Seen::default();
    let mut page: Option<String> = None;
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_valid())
    {
        let name = parameter.plain_name();
        let Some(place) = &parameter.place else {
            continue;
        };
        // Duplicate placeholders and headers are reported elsewhere.
        if place.kind.wire != WireName::Key || parameter.is_path() {
            continue;
        }
        let (place, key) = (place.kind.attribute, &place.key);
        if key.is_page() {
            if let Some(first) = &page {
                errors.add(
                    &parameter.name,
                    format!("duplicate page number: `{first}` is already one"),
                    "make one of the two a plain `#[query]`",
                );
                parameter.mark_invalid();
                continue;
            }
            page = Some(name.clone());
        }
        let duplicate = match &key.style {
            Style::Flattened(spread) => spread
                .iter()
                .any(|spread| seen.is_duplicate(place, &spread.wire, &name, &spread.token, errors)),
            _ => seen.is_duplicate(place, &key.wire, &name, &key.token, errors),
        };
        if duplicate {
            parameter.mark_invalid();
        }
    }
}

/// The keys so far, with their places and parameters.
#[derive(Default)]
struct Seen {
    keys: Vec<(&'static str, String, String)>,
}

impl Seen {
    /// Adds a key. Returns true, after reporting it, if it is a duplicate.
    fn is_duplicate(
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
            .find(|(known, other, _)| *known == place && other == wire);
        if let Some((_, _, first)) = known {
            errors.add(
                token,
                format!("`{first}` and `{parameter}` are both sent as the key `{wire}`"),
                "rename one of the two; to repeat a key, take a list: `&[T]`",
            );
            return true;
        }
        self.keys
            .push((place, wire.to_owned(), parameter.to_owned()));
        false
    }
}
