//! The pre-chat forms of campaigns, which visitors fill in before a chat.

use crate::model::Model;
use crate::model::field_layout::FieldLayoutStyle;
use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// The pre-chat form of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatForm {
    /// True if visitors see the form before a chat.
    pub is_enable: bool,
    /// The header.
    pub header: PreChatHeader,
    /// The greeting above the form.
    pub greeting_message: String,
    /// The settings of social logins.
    pub social_login: PreChatSocialLogin,
    /// True if the form remembers what a visitor filled in.
    pub is_remember_visitor_info: bool,
    /// The layout of the fields.
    pub field_layout: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<Field>,
}

/// The header of a pre-chat form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatHeader {
    /// True if the team's name is shown.
    pub is_show_team_name: Option<bool>,
    /// The team's name.
    pub team_name: Option<String>,
    /// True if avatars are shown. The service spells the name `isShowAdatar`.
    #[model(alias = "isShowAvatars", alias = "isShowAvatar")]
    pub is_show_adatar: Option<bool>,
}

/// The settings of social logins.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatSocialLogin {
    /// True if visitors can sign in with Facebook.
    pub is_use_facebook: Option<bool>,
}

/// The pre-chat forms of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignPreChatsApi {
    /// Returns a campaign's pre-chat form.
    #[get("{id}/prechat", permission = "Manage Campaigns")]
    async fn get_campaign_pre_chat(&self, id: CampaignId) -> Result<PreChatForm>;

    /// Changes a campaign's pre-chat form; what is not set keeps its value.
    #[put("{id}/prechat", permission = "Manage Campaigns")]
    async fn update_campaign_pre_chat(
        &self,
        id: CampaignId,
        #[field] is_enable: bool,
        /// The header.
        #[field(rename = "header")]
        form_header: Option<&PreChatHeader>,
        /// The greeting above the form.
        #[field]
        greeting_message: Option<&str>,
        /// The settings of social logins.
        #[field]
        social_login: Option<&PreChatSocialLogin>,
        /// True if the form remembers what a visitor filled in.
        #[field]
        is_remember_visitor_info: Option<bool>,
        /// The layout of the fields.
        #[field]
        field_layout: Option<FieldLayoutStyle>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<PreChatForm>;
}
