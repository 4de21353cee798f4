//! Placeholders and parameters belong together; every parameter has one place.

use crate::diagnostics::{Errors, nearest};
use crate::model::{Endpoint, Parameter, Place, Placeholder};

/// Gives the parameters that the template names their place, and reports those without one.
pub(super) fn settle(endpoint: &mut Endpoint, errors: &mut Errors) {
    let placeholders: Vec<Placeholder> = endpoint.template.placeholders().cloned().collect();
    let mut lost: Vec<&Placeholder> = Vec::new();
    for (position, placeholder) in placeholders.iter().enumerate() {
        if placeholders[..position]
            .iter()
            .any(|earlier| earlier.name == placeholder.name)
        {
            errors.add(
                &placeholder.token,
                format!(
                    "the placeholder `{{{}}}` stands twice in the path",
                    placeholder.name
                ),
                "give each its own parameter",
            );
            continue;
        }
        let named = endpoint
            .parameters
            .iter_mut()
            .find(|parameter| parameter.plain_name() == placeholder.name);
        match named {
            Some(parameter) => take(parameter, errors),
            None => lost.push(placeholder),
        }
    }
    let parameters = &mut endpoint.parameters;
    for (position, placeholder) in lost.iter().enumerate() {
        report_lost(placeholder, lost.len() - position, parameters, errors);
    }
    // Without a whole template nobody knows which parameters it would have named.
    let template_known = !endpoint.template.broken && !endpoint.verb.token.is_empty();
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_sound() && is_unplaced(parameter))
    {
        parameter.spoil();
        if template_known {
            let name = parameter.plain_name();
            errors.add(
                &parameter.name,
                format!("the parameter `{name}` has no place in the request"),
                &format!("name it in the path as `{{{name}}}`, or put `#[query]`, `#[form]`, `#[json]` or `#[header(\"..\")]` before it"),
            );
        }
    }
}

fn is_unplaced(parameter: &Parameter) -> bool {
    matches!(parameter.place, Place::None) && parameter.attribute.is_none()
}

/// A parameter that the template names.
fn take(parameter: &mut Parameter, errors: &mut Errors) {
    let name = parameter.plain_name();
    if let Some(attribute) = &parameter.attribute {
        // After a mistake in the attribute itself one error is enough.
        if parameter.is_sound() {
            errors.add(
                attribute,
                format!("`{name}` is in the path already, and goes to one place"),
                &format!("remove the attribute, or `{{{name}}}` from the path"),
            );
        }
        parameter.spoil();
        return;
    }
    if parameter.optional {
        errors.add(
            &parameter.written,
            format!(
                "the path parameter `{name}` cannot be optional: without it there is no such path"
            ),
            "take the value itself, and declare another method for the path without it",
        );
        parameter.spoil();
    }
    parameter.place = Place::Path;
}

/// A placeholder that names no parameter: one mistake with the parameter that was meant. `others` is
/// how many such placeholders there are, this one and those behind it.
fn report_lost(
    placeholder: &Placeholder,
    others: usize,
    parameters: &mut [Parameter],
    errors: &mut Errors,
) {
    let name = &placeholder.name;
    let unplaced: Vec<String> = parameters
        .iter()
        .filter(|parameter| parameter.is_sound() && is_unplaced(parameter))
        .map(Parameter::plain_name)
        .collect();
    let near = nearest(name, unplaced.iter().map(String::as_str));
    // As many names as placeholders: they are meant in this order.
    let meant = near.or_else(|| (unplaced.len() == others).then(|| unplaced[0].as_str()));
    match (near, meant) {
        (Some(near), _) => errors.add(
            &placeholder.token,
            format!("the placeholder `{{{name}}}` names no parameter, did you mean `{{{near}}}`?"),
            "",
        ),
        (None, Some(meant)) => errors.add(
            &placeholder.token,
            format!("the placeholder `{{{name}}}` names no parameter"),
            &format!("write `{{{meant}}}`, or name the parameter `{name}`"),
        ),
        (None, None) => errors.add(
            &placeholder.token,
            format!("the placeholder `{{{name}}}` names no parameter"),
            &format!("add a parameter `{name}`, or remove the placeholder"),
        ),
    }
    if let Some(meant) = meant
        && let Some(parameter) = parameters
            .iter_mut()
            .find(|parameter| parameter.plain_name() == meant)
    {
        parameter.spoil();
    }
}
