//! The window of an invitation.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::images::ImageSource;

/// The window of an invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationWindow {
    /// The message.
    pub message: Option<InvitationMessage>,
    /// The popup.
    pub popup: Option<InvitationPopup>,
}

/// The message of an invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationMessage {
    /// The text.
    pub content: Option<String>,
    /// The font.
    pub font: Option<InvitationFont>,
    /// True if the text is bold.
    pub bold: Option<bool>,
    /// The size of the font.
    pub fontsize: Option<InvitationFontSize>,
    /// True if the text is italic.
    pub italic: Option<bool>,
    /// The color: `#rrggbb`.
    pub color: Option<String>,
}

/// The popup of an invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvitationPopup {
    /// The position.
    pub position: Option<InvitationPosition>,
    /// The image.
    #[model(flat(imageId = id, imageType = r#type))]
    pub image: Option<InvitationImage>,
    /// The rectangle of the text.
    pub message_frame: Option<InvitationFrame>,
    /// The rectangle that closes the popup.
    pub close_frame: Option<InvitationFrame>,
}

/// The image of an invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationImage {
    /// The id of the image.
    pub id: Option<i64>,
    /// The source of the image.
    pub r#type: Option<ImageSource>,
}

/// A rectangle in the popup of an invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationFrame {
    /// The horizontal position.
    pub x: Option<i64>,
    /// The vertical position.
    pub y: Option<i64>,
    /// The width.
    pub width: Option<i64>,
    /// The height.
    pub height: Option<i64>,
}

word_enum! {
    /// The font of an invitation.
    pub enum InvitationFont {
        /// `times new roman`
        TimesNewRoman = "times new roman",
        /// `tahoma`
        Tahoma = "tahoma",
        /// `verdana`
        Verdana = "verdana",
        /// `arial`
        Arial = "arial",
        /// `comic sans ms`
        ComicSansMs = "comic sans ms",
        /// `courier`
        Courier = "courier",
    }
}

word_enum! {
    /// The font size of an invitation.
    pub enum InvitationFontSize {
        /// `xx-small`
        XxSmall = "xx-small",
        /// `x-small`
        XSmall = "x-small",
        /// `small`
        Small = "small",
        /// `medium`
        Medium = "medium",
        /// `large`
        Large = "large",
        /// `x-large`
        XLarge = "x-large",
        /// `xx-large`
        XxLarge = "xx-large",
    }
}

word_enum! {
    /// The position of the popup of an invitation.
    pub enum InvitationPosition {
        /// `centered`
        Centered = "centered",
        /// `centeredWithOverlay`
        CenteredWithOverlay = "centeredWithOverlay",
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
