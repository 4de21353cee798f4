//! Invitation window.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::images::ImageSource;

/// An invitation window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationWindow {
    /// The message.
    pub message: Option<InvitationMessage>,
    /// The popup.
    pub popup: Option<InvitationPopup>,
}

/// An invitation message.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationMessage {
    /// The text.
    pub content: Option<String>,
    /// The font.
    pub font: Option<InvitationFont>,
    /// The option "bold".
    pub bold: Option<bool>,
    /// The fontsize.
    pub fontsize: Option<InvitationFontSize>,
    /// The option "italic".
    pub italic: Option<bool>,
    /// The color: `#rrggbb`.
    pub color: Option<String>,
}

/// An invitation popup.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvitationPopup {
    /// The position.
    pub position: Option<InvitationPosition>,
    /// The image.
    pub image: Option<InvitationImage>,
    /// The message frame.
    pub message_frame: Option<InvitationFrame>,
    /// The close frame.
    pub close_frame: Option<InvitationFrame>,
}

/// An invitation image.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationImage {
    /// The id.
    pub id: Option<i64>,
    /// The kind.
    pub r#type: Option<ImageSource>,
}

/// A rectangle of an invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct InvitationFrame {
    /// The x.
    pub x: Option<i64>,
    /// The y.
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
        #[default]
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
        #[default]
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
    /// Where an invitation pops up.
    pub enum InvitationPosition {
        /// `centered`
        #[default]
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
