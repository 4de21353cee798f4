//! Campaign offline message forms.

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
    /// The option "use own page".
    pub is_use_own_page: bool,
    /// The greeting message.
    pub greeting_message: String,
    /// The page.
    pub page: OfflineMessagePageSetting,
    /// The header.
    pub header: OfflineMessageHeader,
    /// The field layout.
    pub field_layout: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<Field>,
}

/// An offline message page setting.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessagePageSetting {
    /// The URL.
    pub url: Option<String>,
    /// The option "open in new window".
    pub is_open_in_new_window: Option<bool>,
}

/// An offline message header.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessageHeader {
    /// The option "show team name".
    pub is_show_team_name: Option<bool>,
    /// The option "show avator".
    #[model(alias = "isShowAvatar")]
    pub is_show_avator: Option<bool>,
    /// The team name.
    pub team_name: Option<String>,
}

/// The offline message forms of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignOfflineMessageFormsApi {
    /// Returns a campaign offline message form.
    #[get("{id}/offlineMessage", permission = "Manage Campaigns")]
    async fn get_campaign_offline_message_form(&self, id: CampaignId)
    -> Result<OfflineMessageForm>;

    /// Changes a campaign offline message form; what is not set keeps its value.
    #[put("{id}/offlineMessage", permission = "Manage Campaigns")]
    async fn update_campaign_offline_message_form(
        &self,
        id: CampaignId,
        #[field] is_use_own_page: bool,
        /// The greeting message.
        #[field]
        greeting_message: Option<&str>,
        /// The page.
        #[field]
        page: Option<&OfflineMessagePageSetting>,
        /// The header.
        #[field(rename = "header")]
        form_header: Option<&OfflineMessageHeader>,
        /// The field layout.
        #[field]
        field_layout: Option<FieldLayoutStyle>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<OfflineMessageForm>;
}
