//! Conversion actions.

use crate::model::Model;
use crate::model::ids::ConversionId;
use crate::model::ids::VisitorId;
use crate::model::open_enum::word_enum;
use crate::v2::livechat::conversion_code::ApiConversionCode;
use crate::{Reply, Result, api};

/// A conversion action.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the fields are those of the service"
)]
#[non_exhaustive]
pub struct ConversionAction {
    /// The id.
    #[model(required)]
    pub id: ConversionId,
    /// The name.
    pub name: String,
    /// True if it is enabled.
    pub is_enable: bool,
    /// The kind.
    pub r#type: ConversionActionType,
    /// The custom variable.
    pub custom_variable: Option<String>,
    /// The match type.
    pub match_type: Option<String>,
    /// The match value.
    pub match_value: Option<String>,
    /// The option "case sensitive".
    pub is_case_sensitive: bool,
    /// The option "assign value".
    pub is_assign_value: bool,
    /// The option "assign value from custom variable".
    pub is_assign_value_from_custom_variable: bool,
    /// The assign value.
    pub assign_value: Option<String>,
    /// The custom variable for assign value.
    pub custom_variable_for_assign_value: Option<String>,
}

/// A conversion that is marked as achieved.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ApiConversion {
    /// The conversion name.
    #[model(name = "conversion_name")]
    pub conversion_name: String,
    /// The visitor.
    pub visitor_id: Option<VisitorId>,
    /// The value.
    pub value: Option<String>,
}

/// A API conversion result.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ApiConversionResult {
    /// The code.
    #[model(alias = "error_code", strict)]
    pub code: ApiConversionCode,
    /// The message.
    #[model(alias = "error_message")]
    pub message: Option<String>,
}

impl Reply for ApiConversionResult {
    type Body = Self;

    fn accept(result: Self, _path: &str) -> Result<Self, (i64, String)> {
        match &result.code {
            ApiConversionCode::Ok => Ok(result),
            refused => Err((
                refused.code().unwrap_or(-1),
                result.message.unwrap_or_default(),
            )),
        }
    }
}

word_enum! {
    /// How a conversion is detected.
    pub enum ConversionActionType {
        /// `url`
        #[default]
        Url = "url",
        /// `customVariable`
        CustomVariable = "customVariable",
        /// `livechatapi`
        LiveChatApi = "livechatapi" | "api",
    }
}

/// The account's conversion actions.
#[api(
    path = "livechat/conversionActions",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait ConversionActionsApi {
    /// Lists the conversion actions.
    #[get(permission = "Manage Settings")]
    async fn list_conversion_actions(&self) -> Result<Vec<ConversionAction>>;

    /// Returns a conversion action.
    #[get("{id}", permission = "Manage Settings")]
    async fn get_conversion_action(&self, id: ConversionId) -> Result<ConversionAction>;

    /// Creates a conversion action.
    #[post(permission = "Manage Settings")]
    async fn create_conversion_action(
        &self,
        #[field] name: &str,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The kind.
        #[field]
        r#type: Option<ConversionActionType>,
        /// The custom variable.
        #[field]
        custom_variable: Option<&str>,
        /// The match type.
        #[field]
        match_type: Option<&str>,
        /// The match value.
        #[field]
        match_value: Option<&str>,
        /// The option "case sensitive".
        #[field]
        is_case_sensitive: Option<bool>,
        /// The option "assign value".
        #[field]
        is_assign_value: Option<bool>,
        /// The option "assign value from custom variable".
        #[field]
        is_assign_value_from_custom_variable: Option<bool>,
        /// The assign value.
        #[field]
        assign_value: Option<&str>,
        /// The custom variable for assign value.
        #[field]
        custom_variable_for_assign_value: Option<&str>,
    ) -> Result<ConversionAction>;

    /// Changes a conversion action; what is not set keeps its value.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_conversion_action(
        &self,
        id: ConversionId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The kind.
        #[field]
        r#type: Option<ConversionActionType>,
        /// The custom variable.
        #[field]
        custom_variable: Option<&str>,
        /// The match type.
        #[field]
        match_type: Option<&str>,
        /// The match value.
        #[field]
        match_value: Option<&str>,
        /// The option "case sensitive".
        #[field]
        is_case_sensitive: Option<bool>,
        /// The option "assign value".
        #[field]
        is_assign_value: Option<bool>,
        /// The option "assign value from custom variable".
        #[field]
        is_assign_value_from_custom_variable: Option<bool>,
        /// The assign value.
        #[field]
        assign_value: Option<&str>,
        /// The custom variable for assign value.
        #[field]
        custom_variable_for_assign_value: Option<&str>,
    ) -> Result<ConversionAction>;

    /// Marks a conversion as achieved.
    ///
    /// A refusal is an [`Api`](crate::ErrorKind::Api) error with the code, even if the status is 200.
    #[post("achieved", permission = "Manage Settings")]
    async fn mark_conversion_action_achieved(
        &self,
        #[field(rename = "conversion_name")] conversion_name: &str,
        /// The visitor.
        #[field]
        visitor_id: Option<&VisitorId>,
        /// The value.
        #[field]
        value: Option<&str>,
    ) -> Result<ApiConversionResult>;
}
