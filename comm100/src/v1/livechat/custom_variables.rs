//! Custom variables of the site.

use crate::model::Model;
use crate::{Result, api};

/// A variable that the site defines for each visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomVariableDefinition {
    /// The name.
    pub name: String,
    /// The JavaScript expression whose value it has.
    pub value: String,
}

/// The account's custom variables.
#[api(path = "livechat/custom_variables", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait CustomVariablesApi {
    /// Lists the custom variables.
    #[get]
    async fn list_custom_variables(&self) -> Result<Vec<CustomVariableDefinition>>;
}
