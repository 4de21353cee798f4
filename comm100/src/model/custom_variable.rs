//! Custom variables of visitors.

use crate::model::Model;

/// The value of a custom variable, which the site sets for a visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomVariable {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

impl CustomVariable {
    /// Creates the value of a variable.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}
