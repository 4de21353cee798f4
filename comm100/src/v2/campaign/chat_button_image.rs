//! Chat button image.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::images::ImageSource;

/// Settings of a campaign: chat button image.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButtonImage {
    /// The kind.
    pub r#type: Option<ImageSource>,
    /// The online image id.
    pub online_image_id: Option<i64>,
    /// The offline image id.
    pub offline_image_id: Option<i64>,
    /// The option "float".
    pub is_float: Option<bool>,
    /// The position.
    pub position: Option<ChatButtonPosition>,
    /// The mobile.
    pub mobile: Option<ChatButtonMobile>,
}

/// Settings of a campaign: chat button position.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatButtonPosition {
    /// The kind.
    pub r#type: Option<ChatButtonAnchor>,
    /// The x.
    pub x: Option<String>,
    /// The y.
    pub y: Option<String>,
}

/// Settings of a campaign: chat button mobile.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButtonMobile {
    /// The kind.
    pub r#type: Option<MobileButtonType>,
    /// The online text.
    pub online_text: Option<String>,
    /// The offline text.
    pub offline_text: Option<String>,
    /// The theme color: `#rrggbb`.
    pub theme_color: Option<String>,
    /// The online image id.
    pub online_image_id: Option<i64>,
    /// The offline image id.
    pub offline_image_id: Option<i64>,
    /// The position.
    pub position: Option<MobileButtonPosition>,
}

word_enum! {
    /// Where a chat button floats on the page.
    pub enum ChatButtonAnchor {
        /// `centered`
        #[default]
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
    /// The kind of the chat button on mobile devices.
    pub enum MobileButtonType {
        /// `text`
        #[default]
        Text = "text",
        /// `image`
        Image = "image",
    }
}

word_enum! {
    /// Where the chat button floats on mobile devices.
    pub enum MobileButtonPosition {
        /// `bottomLeft`
        #[default]
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
