//! Conversions: actions that visitors should take, and marking one as achieved.

use crate::model::Model;
use crate::model::conversion_code::ConversionCode;
use crate::model::ids::{ConversionId, VisitorId};
use crate::{Reply, Result, api};

/// An action that visitors should take.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Conversion {
    /// The id.
    #[model(required)]
    pub id: ConversionId,
    /// True if it is enabled.
    pub is_enable: bool,
    /// The name; it may be empty.
    pub name: String,
}

/// The response to marking a conversion.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ConversionMarked {
    /// `Ok`: with another code the call is an [`Api`](crate::ErrorKind::Api) error of that code
    /// and message, whatever the status.
    #[model(strict)]
    pub error_code: ConversionCode,
    /// A sentence for people.
    pub error_message: String,
}

impl Reply for ConversionMarked {
    type Body = Self;

    fn accept(marked: Self, _path: &str) -> Result<Self, (i64, String)> {
        match &marked.error_code {
            ConversionCode::Ok => Ok(marked),
            refused => Err((refused.code().unwrap_or(-1), marked.error_message)),
        }
    }
}

/// The account's conversions.
#[api(path = "livechat", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait ConversionsApi {
    /// Lists the conversions.
    #[get("conversions", permission = "Manage Settings", edition = "Enterprise")]
    async fn list_conversions(&self) -> Result<Vec<Conversion>>;

    /// Records that a visitor completed the conversion of that name, and its value.
    ///
    /// A refusal is an [`Api`](crate::ErrorKind::Api) error whose `code()` is a [`ConversionCode`],
    /// even if the service answered it with 200.
    #[post("mark_api_conversion_successful", edition = "Enterprise")]
    async fn mark_conversion_successful(
        &self,
        #[form] conversion_name: &str,
        #[form(rename = "visitorId")] visitor: &VisitorId,
        #[form] value: f64,
    ) -> Result<ConversionMarked>;
}
