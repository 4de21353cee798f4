//! Responses that a verb cannot have, and pages without one.

use crate::diagnostics::{Errors, spelled};
use crate::model::{Endpoint, Returns, is_unit, result_argument};

/// Reports a response body of HEAD, and its pages.
pub(super) fn check(endpoint: &mut Endpoint, errors: &mut Errors) {
    let verb = endpoint.verb.verb;
    if verb.has_response_body {
        return;
    }
    for parameter in &mut endpoint.parameters {
        let place = parameter.place.as_ref();
        if parameter.is_valid() && place.is_some_and(|place| place.key.is_page()) {
            errors.add(
                &parameter.attribute,
                format!("a {} response has no body, and so no pages", verb.http()),
                "make the number a plain `#[query]`",
            );
            parameter.mark_invalid();
        }
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

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;

    fn expansion(returned: TokenStream) -> String {
        // As `macro_rules!` passes on a type.
        let returned = TokenTree::Group(Group::new(Delimiter::None, returned));
        let item = quote!(
            trait Tickets {
                #[head]
                async fn peek(&self) -> #returned;
            }
        );
        crate::pipeline::api(quote!(), &item).to_string()
    }

    #[test]
    fn the_response_of_head_is_checked_within_macro_rules_too() {
        assert!(!expansion(quote!(Result<()>)).contains("compile_error"));
        let wrong = expansion(quote!(Result<u64>));
        assert!(wrong.contains("a HEAD response has no body"), "{wrong}");
    }
}
