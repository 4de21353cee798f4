//! The result of marking a conversion.

use crate::model::open_enum::code_enum;

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
