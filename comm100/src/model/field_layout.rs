//! The layout of forms.

use super::open_enum::word_enum;

word_enum! {
    /// The layout of the fields of a form.
    pub enum FieldLayoutStyle {
        /// Labels above.
        #[default]
        Vertical = "vertical",
        /// Labels beside the fields.
        Horizontal = "horizontal",
    }
}
