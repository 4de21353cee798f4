//! Conversions: what visitors are meant to do, and whether they did.

use crate::model::field::OrDefault;
use crate::model::ids::{ConversionId, VisitorId};
use crate::model::model;
use crate::model::open_enum::code_enum;
use crate::{Reply, Result, api};

model! {
    /// Something that visitors are meant to do.
    pub struct Conversion {
        /// The id.
        id: ConversionId,
        /// Whether it is counted.
        is_enable: bool as OrDefault = "isEnable",
        /// The name; it may be empty.
        name: String,
    }
}

model! {
    /// What marking a conversion answers.
    pub struct ConversionMarked {
        /// `Ok`: with another code the call is an [`Api`](crate::ErrorKind::Api) error of that code
        /// and message, whatever the status.
        error_code: ConversionCode,
        /// A sentence for people.
        error_message: String,
    }
}

code_enum! {
    /// Whether a conversion could be marked.
    pub enum ConversionCode {
        /// It was.
        #[default]
        Ok = 0,
        /// There is no conversion of that name.
        NoSuchConversion = 1,
        /// There is no such visitor.
        NoSuchVisitor = 2,
        /// It could not be added.
        NotAdded = 3,
    }
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
#[api(path = "livechat", version = 1, crate = crate)]
pub trait ConversionsApi {
    /// Lists the conversions.
    #[get("conversions", permission = "Manage Settings", edition = "Enterprise")]
    async fn list_conversions(&self) -> Result<Vec<Conversion>>;

    /// Tells that a visitor did what the conversion of that name is about, and what it is worth.
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
