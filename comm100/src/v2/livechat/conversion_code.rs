//! The result of marking a conversion.

use crate::Reply;
use crate::model::open_enum::code_enum;
use crate::v2::livechat::conversion_actions::ApiConversionResult;

code_enum! {
    /// The result of marking a conversion.
    pub enum ApiConversionCode {
        /// The conversion is marked.
        #[default]
        Ok = 0,
        /// There is no conversion action of that name.
        NoSuchConversion = 1,
        /// There is no such visitor.
        NoSuchVisitor = 2,
        /// The conversion could not be stored.
        NotStored = 3,
    }
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
