//! Images.

use crate::model::open_enum::word_enum;

word_enum! {
    /// Where an image comes from.
    pub enum ImageSource {
        /// `gallery`
        #[default]
        Gallery = "gallery",
        /// `custom`
        Custom = "custom",
    }
}
