//! Values of custom fields.

use super::Id;
use crate::model::Model;

/// The value that a visitor or agent entered into a custom field.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomField {
    /// The field's id.
    #[model(alias = "field_id")]
    pub id: Option<Id>,
    /// The field's name.
    pub name: String,
    /// The value.
    pub value: String,
}
