//! Responses that a verb cannot have.

use syn::Type;

use crate::diagnostics::{Errors, spelled};
use crate::model::{Endpoint, Returns, result_argument};

/// Reports a response body of HEAD.
pub(super) fn check(endpoint: &mut Endpoint, errors: &mut Errors) {
    let verb = endpoint.verb.verb;
    if verb.has_response_body {
        return;
    }
    let ty = match &endpoint.returns {
        Returns::Result(ty) => result_argument(ty),
        Returns::Value(ty) => Some(ty),
        Returns::Wrong(_) | Returns::Nothing => None,
    };
    let Some(ty) = ty.filter(|ty| !is_unit(ty)) else {
        return;
    };
    errors.add(
        ty,
        format!(
            "a {} response has no body, found `{}`",
            verb.http(),
            spelled(ty)
        ),
        "write `()`; `.send_with_response()` returns the status and headers",
    );
    if let Returns::Result(ty) | Returns::Value(ty) = &endpoint.returns {
        endpoint.returns = Returns::Wrong(ty.clone());
    }
}

fn is_unit(ty: &Type) -> bool {
    match ty {
        Type::Group(group) => is_unit(&group.elem),
        Type::Paren(paren) => is_unit(&paren.elem),
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        _ => false,
    }
}
