//! The sources of images.

use crate::model::open_enum::word_enum;

word_enum! {
    /// The source of an image.
    pub enum ImageSource {
        /// `gallery`
        Gallery = "gallery",
        /// `custom`
        Custom = "custom",
    }
}
