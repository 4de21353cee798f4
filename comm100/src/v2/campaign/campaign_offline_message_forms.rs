//! The offline message forms of campaigns.

use crate::model::Model;
use crate::model::field_layout::FieldLayoutStyle;
use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// The offline message form of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessageForm {
    /// True if the page below is used instead of the form.
    pub is_use_own_page: bool,
    /// The greeting above the form.
    pub greeting_message: String,
    /// The site's own page.
    pub page: OfflineMessagePageSetting,
    /// The header.
    pub header: OfflineMessageHeader,
    /// The layout of the fields.
    pub field_layout: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<Field>,
}

/// The site's own page for offline messages.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessagePageSetting {
    /// The URL; empty if unset.
    pub url: Option<String>,
    /// True if the page opens in a new window.
    pub is_open_in_new_window: Option<bool>,
}

/// The header of an offline message form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessageHeader {
    /// True if the team's name is shown.
    pub is_show_team_name: Option<bool>,
    /// True if the avatar is shown. The service spells the name `isShowAvator`.
    #[model(alias = "isShowAvatar")]
    pub is_show_avator: Option<bool>,
    /// The team's name.
    pub team_name: Option<String>,
}

/// The offline message forms of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignOfflineMessageFormsApi {
    /// Returns a campaign's offline message form.
    #[get("{id}/offlineMessage", permission = "Manage Campaigns")]
    async fn get_campaign_offline_message_form(&self, id: CampaignId)
    -> Result<OfflineMessageForm>;

    /// Changes a campaign's offline message form; what is not set keeps its value.
    #[put("{id}/offlineMessage", permission = "Manage Campaigns")]
    async fn update_campaign_offline_message_form(
        &self,
        id: CampaignId,
        #[field] is_use_own_page: bool,
        /// The greeting above the form.
        #[field]
        greeting_message: Option<&str>,
        /// The site's own page.
        #[field]
        page: Option<&OfflineMessagePageSetting>,
        /// The header.
        #[field(rename = "header")]
        form_header: Option<&OfflineMessageHeader>,
        /// The layout of the fields.
        #[field]
        field_layout: Option<FieldLayoutStyle>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<OfflineMessageForm>;
}
