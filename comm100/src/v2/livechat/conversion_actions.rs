//! The conversion actions of the account.

use crate::model::Model;
use crate::model::conversion_code::ConversionCode;
use crate::model::ids::{ConversionId, VisitorId};
use crate::model::open_enum::word_enum;
use crate::{Reply, Result, api};

/// An action of visitors that counts as a conversion.
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
    /// True if conversions are counted.
    pub is_enable: bool,
    /// The way conversions are detected.
    pub r#type: Option<ConversionActionType>,
    /// The name of the custom variable, for the type `customVariable`.
    pub custom_variable: Option<String>,
    /// The way the value is compared, such as `Is`.
    pub match_type: Option<String>,
    /// The value to compare with.
    pub match_value: Option<String>,
    /// True if letter case matters.
    pub is_case_sensitive: bool,
    /// True if a conversion has a value.
    pub is_assign_value: bool,
    /// True if the value is that of a custom variable.
    pub is_assign_value_from_custom_variable: bool,
    /// The value of a conversion, as text.
    pub assign_value: Option<String>,
    /// The name of the custom variable that has the value.
    pub custom_variable_for_assign_value: Option<String>,
}

/// A conversion that is marked as achieved.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ApiConversion {
    /// The name of the conversion action.
    #[model(name = "conversion_name")]
    pub conversion_name: String,
    /// The visitor that converted.
    pub visitor_id: Option<VisitorId>,
    /// The worth of the conversion.
    pub value: Option<String>,
}

/// The result of marking a conversion.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ApiConversionResult {
    /// The code.
    #[model(alias = "error_code", strict)]
    pub code: ConversionCode,
    /// The message.
    #[model(alias = "error_message")]
    pub message: Option<String>,
}

impl Reply for ApiConversionResult {
    type Body = Self;

    fn accept(result: Self, _path: &str) -> Result<Self, (i64, String)> {
        match &result.code {
            ConversionCode::Ok => Ok(result),
            refused => Err((
                refused.code().unwrap_or(-1),
                result.message.unwrap_or_default(),
            )),
        }
    }
}

word_enum! {
    /// The way conversions are detected.
    pub enum ConversionActionType {
        /// `url`
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
    call_builder = crate::v2::CallBuilder,
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
        /// True if conversions are counted.
        #[field]
        is_enable: Option<bool>,
        /// The way conversions are detected.
        #[field]
        r#type: Option<ConversionActionType>,
        /// The name of the custom variable, for the type `customVariable`.
        #[field]
        custom_variable: Option<&str>,
        /// The way the value is compared, such as `Is`.
        #[field]
        match_type: Option<&str>,
        /// The value to compare with.
        #[field]
        match_value: Option<&str>,
        /// True if letter case matters.
        #[field]
        is_case_sensitive: Option<bool>,
        /// True if a conversion has a value.
        #[field]
        is_assign_value: Option<bool>,
        /// True if the value is that of a custom variable.
        #[field]
        is_assign_value_from_custom_variable: Option<bool>,
        /// The value of a conversion, as text.
        #[field]
        assign_value: Option<&str>,
        /// The name of the custom variable that has the value.
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
        /// True if conversions are counted.
        #[field]
        is_enable: Option<bool>,
        /// The way conversions are detected.
        #[field]
        r#type: Option<ConversionActionType>,
        /// The name of the custom variable, for the type `customVariable`.
        #[field]
        custom_variable: Option<&str>,
        /// The way the value is compared, such as `Is`.
        #[field]
        match_type: Option<&str>,
        /// The value to compare with.
        #[field]
        match_value: Option<&str>,
        /// True if letter case matters.
        #[field]
        is_case_sensitive: Option<bool>,
        /// True if a conversion has a value.
        #[field]
        is_assign_value: Option<bool>,
        /// True if the value is that of a custom variable.
        #[field]
        is_assign_value_from_custom_variable: Option<bool>,
        /// The value of a conversion, as text.
        #[field]
        assign_value: Option<&str>,
        /// The name of the custom variable that has the value.
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
        /// The visitor that converted.
        #[field]
        visitor_id: Option<&VisitorId>,
        /// The worth of the conversion.
        #[field]
        value: Option<&str>,
    ) -> Result<ApiConversionResult>;
}
