//! Attributes that generated items copy from the user's.

use proc_macro2::Span;
use syn::{Attribute, parse_quote_spanned};

use crate::model::lint_level;

/// Returns the `cfg`s among the attributes of an item.
pub(super) fn conditions(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .cloned()
        .collect()
}

/// Returns the `cfg`s and lint levels among the attributes of an item. Code that is generated for a deprecated item may
/// name it.
pub(super) fn inherited(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut inherited = conditions(attributes);
    inherited.extend(attributes.iter().filter_map(lint_level));
    let is_deprecated = attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("deprecated"));
    if is_deprecated {
        inherited.push(parse_quote_spanned!(Span::mixed_site()=> #[allow(deprecated)]));
    }
    inherited
}
