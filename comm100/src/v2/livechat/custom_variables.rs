//! The custom variables of the account.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::ids::CustomVariableId;
use crate::{Result, api};

/// A custom variable, which the site sets for its visitors.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomVariable {
    /// The id.
    #[model(required)]
    pub id: CustomVariableId,
    /// The name.
    pub name: String,
    /// The type.
    pub r#type: CustomVariableType,
    /// The expression that the page evaluates.
    pub value: String,
    /// The URL that the value links to; it can contain placeholders. Empty if unset.
    pub hyperlink: String,
}

word_enum! {
    /// The type of a custom variable.
    pub enum CustomVariableType {
        /// `text`
        Text = "text",
        /// `integer`
        Integer = "integer",
        /// `decimal`
        Decimal = "decimal",
    }
}

/// The account's custom variables.
#[api(
    path = "livechat/customVariables",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CustomVariablesApi {
    /// Lists the custom variables.
    #[get]
    async fn list_custom_variables(&self) -> Result<Vec<CustomVariable>>;

    /// Creates a custom variable.
    #[post]
    async fn create_custom_variable(
        &self,
        #[field] name: &str,
        #[field] r#type: CustomVariableType,
        /// The expression that the page evaluates.
        #[field]
        value: Option<&str>,
        /// The URL that the value links to; it can contain placeholders. Empty if unset.
        #[field]
        hyperlink: Option<&str>,
    ) -> Result<CustomVariable>;

    /// Changes a custom variable; what is not set keeps its value.
    #[put("{id}")]
    async fn update_custom_variable(
        &self,
        id: CustomVariableId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The type.
        #[field]
        r#type: Option<CustomVariableType>,
        /// The expression that the page evaluates.
        #[field]
        value: Option<&str>,
        /// The URL that the value links to; it can contain placeholders. Empty if unset.
        #[field]
        hyperlink: Option<&str>,
    ) -> Result<CustomVariable>;

    /// Removes a custom variable.
    #[delete("{id}")]
    async fn remove_custom_variable(&self, id: CustomVariableId) -> Result<()>;
}
