//! Campaign chat buttons.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::chat_button_image::ChatButtonImage;
use crate::{Result, api};

/// A chat button.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButton {
    /// The kind.
    pub r#type: ChatButtonType,
    /// The option "hide offline".
    pub is_hide_offline: bool,
    /// The option "use domain restriction".
    pub is_use_domain_restriction: bool,
    /// The allowed domains.
    pub allowed_domains: Vec<String>,
    /// The adaptive.
    pub adaptive: Option<ChatButtonAdaptive>,
    /// The image.
    pub image: Option<ChatButtonImage>,
    /// The text link.
    pub text_link: Option<ChatButtonTextLink>,
}

/// Settings of a campaign: chat button adaptive.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatButtonAdaptive {
    /// The theme color: `#rrggbb`.
    pub theme_color: Option<String>,
    /// The icon.
    pub icon: Option<i64>,
}

/// Settings of a campaign: chat button text link.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatButtonTextLink {
    /// The text.
    pub text: Option<String>,
}

word_enum! {
    /// The kind of a chat button.
    pub enum ChatButtonType {
        /// `adaptive`
        #[default]
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
    crate = crate
)]
pub trait CampaignChatButtonsApi {
    /// Returns a campaign chat button.
    #[get("{id}/chatButton", permission = "Manage Campaigns")]
    async fn get_campaign_chat_button(&self, id: CampaignId) -> Result<ChatButton>;

    /// Changes a campaign chat button; what is not set keeps its value.
    #[put("{id}/chatButton", permission = "Manage Campaigns")]
    async fn update_campaign_chat_button(
        &self,
        id: CampaignId,
        #[field] r#type: ChatButtonType,
        /// The option "hide offline".
        #[field]
        is_hide_offline: Option<bool>,
        /// The option "use domain restriction".
        #[field]
        is_use_domain_restriction: Option<bool>,
        /// The allowed domains.
        #[field]
        allowed_domains: Option<&[&str]>,
        /// The adaptive.
        #[field]
        adaptive: Option<&ChatButtonAdaptive>,
        /// The image.
        #[field]
        image: Option<&ChatButtonImage>,
        /// The text link.
        #[field]
        text_link: Option<&ChatButtonTextLink>,
    ) -> Result<ChatButton>;
}
