//! A request has one body at most, and a GET has none.

use quote::ToTokens;

use crate::diagnostics::Errors;
use crate::model::{Endpoint, Place, VerbKind};

/// Checks the parameters that go to the body.
pub(super) fn check(endpoint: &mut Endpoint, errors: &mut Errors) {
    let get = endpoint.verb.kind == VerbKind::Get && !endpoint.verb.token.is_empty();
    let mut json = None;
    let mut form = None;
    let mut told = false;
    for parameter in &mut endpoint.parameters {
        let (is_json, is_form) = (
            matches!(parameter.place, Place::Json),
            matches!(parameter.place, Place::Form(_)),
        );
        if !is_json && !is_form {
            continue;
        }
        let token = parameter.attribute.to_token_stream();
        let name = parameter.plain_name();
        let mistake = if get {
            Some((
                format!("a GET has no body, `{name}` would be one"),
                "send it as `#[query]`, or choose another verb".to_owned(),
            ))
        } else if is_json && json.is_some() {
            Some((
                format!(
                    "a second body: `{}` is the JSON body already",
                    json.as_deref().unwrap_or_default()
                ),
                "put both into one struct".to_owned(),
            ))
        } else if is_json && form.is_some() || is_form && json.is_some() {
            Some((
                "`#[json]` and `#[form]` exclude each other: a request has one body".to_owned(),
                "send all of it as JSON, or each key as `#[form]`".to_owned(),
            ))
        } else {
            None
        };
        if let Some((rule, remedy)) = mistake {
            parameter.spoil();
            // The verb is one mistake, however many keys the form has; so is the second kind of body.
            if !told {
                errors.add(token, rule, &remedy);
            }
            told |= get || is_form;
            continue;
        }
        if is_json {
            json = Some(name);
        } else {
            form = Some(name);
        }
    }
}
