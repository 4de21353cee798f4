//! The chat buttons of campaigns.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::chat_button_image::ChatButtonImage;
use crate::{Result, api};

/// The chat button of a campaign. It has the settings of all types, whatever its own is.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButton {
    /// The type of the button.
    pub r#type: ChatButtonType,
    /// True if the button is hidden while no agent is online.
    pub is_hide_offline: bool,
    /// True if the button only appears on the allowed domains.
    pub is_use_domain_restriction: bool,
    /// The domains on which the button appears.
    pub allowed_domains: Vec<String>,
    /// The settings of an adaptive button.
    pub adaptive: Option<ChatButtonAdaptive>,
    /// The settings of an image button.
    pub image: Option<ChatButtonImage>,
    /// The settings of a text link.
    pub text_link: Option<ChatButtonTextLink>,
}

/// The settings of an adaptive chat button.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButtonAdaptive {
    /// The theme color: `#rrggbb`.
    pub theme_color: Option<String>,
    /// The number of the icon.
    pub icon: Option<i64>,
}

/// The settings of a chat button that is a text link.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatButtonTextLink {
    /// The text of the link.
    pub text: Option<String>,
}

word_enum! {
    /// The type of a chat button.
    pub enum ChatButtonType {
        /// `adaptive`
        Adaptive = "adaptive",
        /// `image`
        Image = "image",
        /// `textLink`
        TextLink = "textLink",
    }
}

/// The chat buttons of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignChatButtonsApi {
    /// Returns a campaign's chat button.
    #[get("{id}/chatButton", permission = "Manage Campaigns")]
    async fn get_campaign_chat_button(&self, id: CampaignId) -> Result<ChatButton>;

    /// Changes a campaign's chat button; what is not set keeps its value.
    #[put("{id}/chatButton", permission = "Manage Campaigns")]
    async fn update_campaign_chat_button(
        &self,
        id: CampaignId,
        #[field] r#type: ChatButtonType,
        /// True if the button is hidden while no agent is online.
        #[field]
        is_hide_offline: Option<bool>,
        /// True if the button only appears on the allowed domains.
        #[field]
        is_use_domain_restriction: Option<bool>,
        /// The domains on which the button appears.
        #[field]
        allowed_domains: Option<&[&str]>,
        /// The settings of an adaptive button.
        #[field]
        adaptive: Option<&ChatButtonAdaptive>,
        /// The settings of an image button.
        #[field]
        image: Option<&ChatButtonImage>,
        /// The settings of a text link.
        #[field]
        text_link: Option<&ChatButtonTextLink>,
    ) -> Result<ChatButton>;
}
