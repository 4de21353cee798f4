//! The values of custom fields.

use super::Model;
use super::ids::FormFieldId;

/// The value of a custom field.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomField {
    /// The field's id.
    #[model(alias = "field_id", required)]
    pub id: FormFieldId,
    /// The field's name.
    pub name: String,
    /// The value.
    pub value: String,
}
