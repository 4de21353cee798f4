//! The chat windows of campaigns.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::chat_window_parts::{
    ChatWindowAdvanced, ChatWindowBody, ChatWindowHeader, ChatWindowOptions, ChatWindowPopup,
};
use crate::{Result, api};

/// The chat window of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindow {
    /// The style of the window.
    pub style: ChatWindowStyle,
    /// The color: `#rrggbb`.
    pub color: String,
    /// The way the window opens.
    pub r#type: ChatWindowType,
    /// The custom CSS; empty if unset.
    #[model(name = "customCSS")]
    pub custom_css: String,
    /// The settings of a popup window.
    pub popup: Option<ChatWindowPopup>,
    /// The options that visitors have.
    pub options: ChatWindowOptions,
    /// The advanced settings.
    pub advanced: ChatWindowAdvanced,
    /// The header, in the styles classic and simple.
    pub header: Option<ChatWindowHeader>,
    /// The body, in the styles classic and simple.
    pub body: Option<ChatWindowBody>,
}

word_enum! {
    /// The style of a chat window.
    pub enum ChatWindowStyle {
        /// `classic`
        Classic = "classic",
        /// `simple`
        Simple = "simple",
        /// `bubble`
        Bubble = "bubble",
    }
}

word_enum! {
    /// The way a chat window opens.
    pub enum ChatWindowType {
        /// `embedded`
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
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignChatWindowsApi {
    /// Returns a campaign's chat window.
    #[get("{id}/chatWindow", permission = "Manage Campaigns")]
    async fn get_campaign_chat_window(&self, id: CampaignId) -> Result<ChatWindow>;

    /// Changes a campaign's chat window; what is not set keeps its value.
    #[put("{id}/chatWindow", permission = "Manage Campaigns")]
    async fn update_campaign_chat_window(
        &self,
        id: CampaignId,
        #[field] style: ChatWindowStyle,
        #[field] color: &str,
        #[field] r#type: ChatWindowType,
        /// The custom CSS; empty if unset.
        #[field(rename = "customCSS")]
        custom_css: Option<&str>,
        /// The settings of a popup window.
        #[field]
        popup: Option<&ChatWindowPopup>,
        /// The options that visitors have.
        #[field]
        options: Option<&ChatWindowOptions>,
        /// The advanced settings.
        #[field]
        advanced: Option<&ChatWindowAdvanced>,
        /// The header, in the styles classic and simple.
        #[field(rename = "header")]
        window_header: Option<&ChatWindowHeader>,
        /// The body, in the styles classic and simple.
        #[field]
        body: Option<&ChatWindowBody>,
    ) -> Result<ChatWindow>;
}
