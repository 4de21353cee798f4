//! Conditional compilation.

use syn::Attribute;

/// The `cfg`s among the attributes of an item.
pub(super) fn conditions(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .cloned()
        .collect()
}
