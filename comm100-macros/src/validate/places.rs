//! Matches placeholders with parameters: every parameter has one place.

use crate::diagnostics::{Errors, nearest};
use crate::grammar::PlaceKind;
use crate::model::{Endpoint, Parameter, Placeholder, Validity};

/// Assigns their place to the parameters that the template names, and reports those without one.
pub(super) fn assign(endpoint: &mut Endpoint, errors: &mut Errors) {
    let placeholders: Vec<Placeholder> = endpoint.template.placeholders().cloned().collect();
    let mut unmatched: Vec<&Placeholder> = Vec::new();
    for (position, placeholder) in placeholders.iter().enumerate() {
        if placeholders[..position]
            .iter()
            .any(|earlier| earlier.name == placeholder.name)
        {
            errors.add(
                &placeholder.token,
                format!("duplicate placeholder `{{{}}}`", placeholder.name),
                "give each placeholder its own parameter",
            );
            continue;
        }
        let named = endpoint
            .parameters
            .iter_mut()
            .find(|parameter| parameter.plain_name() == placeholder.name);
        match named {
            Some(parameter) => assign_path(parameter, errors),
            None => unmatched.push(placeholder),
        }
    }
    for (position, placeholder) in unmatched.iter().enumerate() {
        report_unmatched(placeholder, unmatched.len() - position, endpoint, errors);
    }
    let parameters = &mut endpoint.parameters;
    // A broken template may have named any parameter.
    let template_known = !endpoint.template.broken && !endpoint.verb.token.is_empty();
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_valid() && parameter.is_unplaced())
    {
        parameter.mark_invalid();
        if template_known {
            let name = parameter.plain_name();
            errors.add(
                &parameter.name,
                format!("the parameter `{name}` has no place in the request"),
                &format!(
                    "name it in the path as `{{{name}}}`, or put {} before it",
                    PlaceKind::listed()
                ),
            );
        }
    }
}

/// Makes a parameter that the template names a path parameter.
fn assign_path(parameter: &mut Parameter, errors: &mut Errors) {
    let name = parameter.plain_name();
    if let Some(attribute) = &parameter.attribute {
        // A mistake in the attribute itself is reported already.
        if parameter.is_valid() {
            errors.add(
                attribute,
                format!("`{name}` is already in the path, and can have only one place"),
                &format!("remove the attribute, or remove `{{{name}}}` from the path"),
            );
        }
        parameter.mark_invalid();
        return;
    }
    // Another mistake may have replaced its type.
    if parameter.optional && parameter.validity != Validity::Unusable {
        errors.add(
            &parameter.written,
            format!("the path parameter `{name}` cannot be optional"),
            "take the value itself, and declare another method for the path without it",
        );
        parameter.mark_invalid();
    }
    parameter.place_in_path();
}

/// Reports a placeholder that names no parameter, together with the parameter that was meant. `left`
/// is the number of such placeholders from this one on.
fn report_unmatched(
    placeholder: &Placeholder,
    left: usize,
    endpoint: &mut Endpoint,
    errors: &mut Errors,
) {
    let parameters = &mut endpoint.parameters;
    let name = &placeholder.name;
    let unplaced: Vec<String> = parameters
        .iter()
        .filter(|parameter| parameter.is_valid() && parameter.is_unplaced())
        .map(Parameter::plain_name)
        .collect();
    let near = nearest(name, unplaced.iter().map(String::as_str));
    // As many parameters as placeholders are left, so they are meant in this order.
    let meant = near.or_else(|| (unplaced.len() == left).then(|| unplaced[0].as_str()));
    let rule = format!("the placeholder `{{{name}}}` matches no parameter");
    let token = &placeholder.token;
    match (near, meant) {
        _ if placeholder.is_inherited => {
            // The path may be right for the other methods.
            let method = &endpoint.name;
            let remedy = meant.map_or_else(
                || format!("add `{name}: ..` to its parameters"),
                |meant| format!("rename its parameter `{meant}` to `{name}`"),
            );
            errors.add(
                method,
                format!("`{method}` has no parameter `{name}`, which the path of the trait names"),
                &remedy,
            );
        }
        (Some(near), _) => errors.add(token, format!("{rule}, did you mean `{{{near}}}`?"), ""),
        (None, Some(meant)) => errors.add(
            token,
            rule,
            &format!("write `{{{meant}}}`, or name the parameter `{name}`"),
        ),
        (None, None) => errors.add(
            token,
            rule,
            &format!("add a parameter `{name}`, or remove the placeholder"),
        ),
    }
    if let Some(meant) = meant
        && let Some(parameter) = parameters
            .iter_mut()
            .find(|parameter| parameter.plain_name() == meant)
    {
        parameter.mark_invalid();
    }
}
