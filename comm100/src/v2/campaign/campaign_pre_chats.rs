//! Campaign pre chats.

use crate::model::Model;
use crate::model::field_layout::FieldLayoutStyle;
use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// A pre chat form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatForm {
    /// True if it is enabled.
    pub is_enable: bool,
    /// The header.
    pub header: PreChatHeader,
    /// The greeting message.
    pub greeting_message: String,
    /// The social login.
    pub social_login: PreChatSocialLogin,
    /// The option "remember visitor info".
    pub is_remember_visitor_info: bool,
    /// The field layout.
    pub field_layout: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<Field>,
}

/// A pre chat header.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatHeader {
    /// The option "show team name".
    pub is_show_team_name: Option<bool>,
    /// The team name.
    pub team_name: Option<String>,
    /// The option "show adatar".
    #[model(alias = "isShowAvatars", alias = "isShowAvatar")]
    pub is_show_adatar: Option<bool>,
}

/// A pre chat social login.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatSocialLogin {
    /// The option "use facebook".
    pub is_use_facebook: Option<bool>,
}

/// The pre chats of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignPreChatsApi {
    /// Returns a campaign pre chat.
    #[get("{id}/prechat", permission = "Manage Campaigns")]
    async fn get_campaign_pre_chat(&self, id: CampaignId) -> Result<PreChatForm>;

    /// Changes a campaign pre chat; what is not set keeps its value.
    #[put("{id}/prechat", permission = "Manage Campaigns")]
    async fn update_campaign_pre_chat(
        &self,
        id: CampaignId,
        #[field] is_enable: bool,
        /// The header.
        #[field(rename = "header")]
        form_header: Option<&PreChatHeader>,
        /// The greeting message.
        #[field]
        greeting_message: Option<&str>,
        /// The social login.
        #[field]
        social_login: Option<&PreChatSocialLogin>,
        /// The option "remember visitor info".
        #[field]
        is_remember_visitor_info: Option<bool>,
        /// The field layout.
        #[field]
        field_layout: Option<FieldLayoutStyle>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<PreChatForm>;
}
