//! Variables that a site tells of its visitors.

use crate::model::model;
use crate::{Result, api};

model! {
    /// A variable that the site tells of each visitor.
    pub struct CustomVariableDefinition {
        /// The name.
        name: String,
        /// The JavaScript expression whose value it has.
        value: String,
    }
}

/// The account's custom variables.
#[api(path = "livechat/custom_variables", version = 1, crate = crate)]
pub trait CustomVariablesApi {
    /// Lists the custom variables.
    #[get]
    async fn list_custom_variables(&self) -> Result<Vec<CustomVariableDefinition>>;
}
