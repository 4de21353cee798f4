//! The values of custom variables.

use crate::model::Model;
use crate::v2::ids::CustomVariableId;

/// The value of a custom variable in a chat or an offline message.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomVariableValue {
    /// The id of the variable.
    pub id: Option<CustomVariableId>,
    /// The name of the variable.
    pub name: String,
    /// The value.
    pub value: Option<String>,
}
