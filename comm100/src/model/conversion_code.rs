//! Results of marking a conversion.

use super::open_enum::code_enum;

code_enum! {
    /// The result of marking a conversion.
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
