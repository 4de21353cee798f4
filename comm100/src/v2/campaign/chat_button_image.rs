//! The image of a chat button, and its position.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::images::ImageSource;

/// The settings of a chat button that is an image.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButtonImage {
    /// The source of the images.
    pub r#type: Option<ImageSource>,
    /// The id of the image while an agent is online.
    pub online_image_id: Option<i64>,
    /// The id of the image while no agent is online.
    pub offline_image_id: Option<i64>,
    /// True if the button floats on the page.
    pub is_float: Option<bool>,
    /// The position of a floating button.
    pub position: Option<ChatButtonPosition>,
    /// The button on mobile devices.
    pub mobile: Option<ChatButtonMobile>,
}

/// The position of a floating chat button.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatButtonPosition {
    /// The anchor.
    pub r#type: Option<ChatButtonAnchor>,
    /// The first distance, in pixels or percent, such as `20` or `0%`.
    pub x: Option<String>,
    /// The second distance, in pixels or percent.
    pub y: Option<String>,
}

/// The chat button on mobile devices.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButtonMobile {
    /// The type of the button.
    pub r#type: Option<MobileButtonType>,
    /// The text while an agent is online.
    pub online_text: Option<String>,
    /// The text while no agent is online.
    pub offline_text: Option<String>,
    /// The theme color: `#rrggbb`.
    pub theme_color: Option<String>,
    /// The id of the image while an agent is online; 0 if there is none.
    pub online_image_id: Option<i64>,
    /// The id of the image while no agent is online; 0 if there is none.
    pub offline_image_id: Option<i64>,
    /// The position.
    pub position: Option<MobileButtonPosition>,
}

word_enum! {
    /// The anchor of a chat button that floats on the page.
    pub enum ChatButtonAnchor {
        /// `centered`
        Centered = "centered",
        /// `topLeft`
        TopLeft = "topLeft",
        /// `topMiddle`
        TopMiddle = "topMiddle",
        /// `topRight`
        TopRight = "topRight",
        /// `bottomLeft`
        BottomLeft = "bottomLeft" | "buttomLeft",
        /// `bottomMiddle`
        BottomMiddle = "bottomMiddle" | "buttomMiddle",
        /// `bottomRight`
        BottomRight = "bottomRight" | "buttomRight",
        /// `leftMiddle`
        LeftMiddle = "leftMiddle",
        /// `rightMiddle`
        RightMiddle = "rightMiddle",
    }
}

word_enum! {
    /// The type of a chat button on mobile devices.
    pub enum MobileButtonType {
        /// `text`
        Text = "text",
        /// `image`
        Image = "image",
    }
}

word_enum! {
    /// The position of a chat button on mobile devices.
    pub enum MobileButtonPosition {
        /// `bottomLeft`
        BottomLeft = "bottomLeft" | "buttomLeft",
        /// `bottomMiddle`
        BottomMiddle = "bottomMiddle" | "buttomMiddle",
        /// `bottomRight`
        BottomRight = "bottomRight" | "buttomRight",
        /// `leftMiddle`
        LeftMiddle = "leftMiddle",
        /// `RightMiddle`
        RightMiddleOfPage = "RightMiddle",
        /// `leftBottom`
        LeftBottom = "leftBottom",
        /// `rightBottom`
        RightBottom = "rightBottom",
    }
}
