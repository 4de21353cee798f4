//! Campaign chat windows.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::chat_window_parts::ChatWindowAdvanced;
use crate::v2::campaign::chat_window_parts::ChatWindowBody;
use crate::v2::campaign::chat_window_parts::ChatWindowHeader;
use crate::v2::campaign::chat_window_parts::ChatWindowOptions;
use crate::v2::campaign::chat_window_parts::ChatWindowPopup;
use crate::{Result, api};

/// A chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindow {
    /// The style.
    pub style: ChatWindowStyle,
    /// The color: `#rrggbb`.
    pub color: String,
    /// The kind.
    pub r#type: ChatWindowType,
    /// The custom css.
    #[model(name = "customCSS")]
    pub custom_css: String,
    /// The popup.
    pub popup: Option<ChatWindowPopup>,
    /// The options.
    pub options: ChatWindowOptions,
    /// The advanced.
    pub advanced: ChatWindowAdvanced,
    /// The header.
    pub header: Option<ChatWindowHeader>,
    /// The body.
    pub body: Option<ChatWindowBody>,
}

word_enum! {
    /// The style of a chat window.
    pub enum ChatWindowStyle {
        /// `classic`
        #[default]
        Classic = "classic",
        /// `simple`
        Simple = "simple",
        /// `bubble`
        Bubble = "bubble",
    }
}

word_enum! {
    /// How a chat window opens.
    pub enum ChatWindowType {
        /// `embedded`
        #[default]
        Embedded = "embedded",
        /// `popup`
        Popup = "popup",
    }
}

/// The chat windows of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignChatWindowsApi {
    /// Returns a campaign chat window.
    #[get("{id}/chatWindow", permission = "Manage Campaigns")]
    async fn get_campaign_chat_window(&self, id: CampaignId) -> Result<ChatWindow>;

    /// Changes a campaign chat window; what is not set keeps its value.
    #[put("{id}/chatWindow", permission = "Manage Campaigns")]
    async fn update_campaign_chat_window(
        &self,
        id: CampaignId,
        #[field] style: ChatWindowStyle,
        #[field] color: &str,
        #[field] r#type: ChatWindowType,
        /// The custom css.
        #[field(rename = "customCSS")]
        custom_css: Option<&str>,
        /// The popup.
        #[field]
        popup: Option<&ChatWindowPopup>,
        /// The options.
        #[field]
        options: Option<&ChatWindowOptions>,
        /// The advanced.
        #[field]
        advanced: Option<&ChatWindowAdvanced>,
        /// The header.
        #[field(rename = "header")]
        window_header: Option<&ChatWindowHeader>,
        /// The body.
        #[field]
        body: Option<&ChatWindowBody>,
    ) -> Result<ChatWindow>;
}
