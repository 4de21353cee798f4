//! The layout of forms.

use super::open_enum::word_enum;

word_enum! {
    /// How a form's fields are laid out.
    pub enum FieldLayoutStyle {
        /// Labels above.
        #[default]
        Vertical = "vertical",
        /// Labels beside.
        Horizontal = "horizontal",
    }
}
