//! Lint levels that generated items copy from the user's.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Meta, parse_quote_spanned};

/// Returns a lint level as generated code, which lints about attributes pass over, or nothing for other attributes.
/// `expect` becomes `allow`: a lint fires in one of the generated items, and the others would report it as unfulfilled.
pub(crate) fn lint_level(attribute: &Attribute) -> Option<Attribute> {
    let Meta::List(meta) = &attribute.meta else {
        return None;
    };
    let name = meta.path.get_ident()?;
    let level = match name.to_string().as_str() {
        "allow" | "expect" => "allow",
        "warn" => "warn",
        "deny" => "deny",
        _ => return None,
    };
    let site = Span::mixed_site().located_at(name.span());
    let (level, lints) = (Ident::new(level, site), &meta.tokens);
    Some(parse_quote_spanned!(site=> #[#level(#lints)]))
}

/// Replaces `expect` by `allow`.
pub(super) fn allow_expected(attributes: &mut [Attribute]) {
    for attribute in attributes {
        if attribute.path().is_ident("expect")
            && let Some(allowed) = lint_level(attribute)
        {
            *attribute = allowed;
        }
    }
}
