//! Configs.

use crate::model::Model;
use crate::v2::ids::SiteId;
use crate::{Result, api};

/// A live chat config.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the fields are those of the service"
)]
#[non_exhaustive]
pub struct LiveChatConfig {
    /// The site id.
    pub site_id: SiteId,
    /// The option "enable multiple campaigns".
    pub is_enable_multiple_campaigns: bool,
    /// The option "enable auto allocation".
    pub is_enable_auto_allocation: bool,
    /// The option "enable custom away status".
    pub is_enable_custom_away_status: bool,
    /// The option "enable department".
    pub is_enable_department: bool,
    /// The option "enable auto translation".
    pub is_enable_auto_translation: bool,
    /// The option "enable audio and video chat".
    pub is_enable_audio_and_video_chat: bool,
    /// The option "enable visitor segmentation".
    pub is_enable_visitor_segmentation: bool,
    /// The option "enable visitor sso".
    #[model(name = "isEnableVisitorSSO")]
    pub is_enable_visitor_sso: bool,
    /// The option "enable credit card masking".
    pub is_enable_credit_card_masking: bool,
    /// The option "enable custom variables".
    pub is_enable_custom_variables: bool,
    /// The option "enable salesforce".
    pub is_enable_salesforce: bool,
    /// The option "enable zendesk".
    pub is_enable_zendesk: bool,
    /// The option "enable google analytics".
    pub is_enable_google_analytics: bool,
    /// The option "enable goto metting".
    #[model(alias = "isEnableGotoMeeting")]
    pub is_enable_goto_metting: bool,
    /// The option "enable joinme".
    pub is_enable_joinme: bool,
}

/// The live-chat settings of the site.
#[api(
    path = "livechat/configs",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait ConfigsApi {
    /// Returns the config.
    #[get(permission = "Manage Settings")]
    async fn get_config(&self) -> Result<LiveChatConfig>;

    /// Changes the config; what is not set keeps its value.
    #[put(permission = "Manage Settings")]
    async fn update_config(
        &self,
        /// The site id.
        #[field]
        site_id: Option<SiteId>,
        /// The option "enable multiple campaigns".
        #[field]
        is_enable_multiple_campaigns: Option<bool>,
        /// The option "enable auto allocation".
        #[field]
        is_enable_auto_allocation: Option<bool>,
        /// The option "enable custom away status".
        #[field]
        is_enable_custom_away_status: Option<bool>,
        /// The option "enable department".
        #[field]
        is_enable_department: Option<bool>,
        /// The option "enable auto translation".
        #[field]
        is_enable_auto_translation: Option<bool>,
        /// The option "enable audio and video chat".
        #[field]
        is_enable_audio_and_video_chat: Option<bool>,
        /// The option "enable visitor segmentation".
        #[field]
        is_enable_visitor_segmentation: Option<bool>,
        /// The option "enable visitor sso".
        #[field(rename = "isEnableVisitorSSO")]
        is_enable_visitor_sso: Option<bool>,
        /// The option "enable credit card masking".
        #[field]
        is_enable_credit_card_masking: Option<bool>,
        /// The option "enable custom variables".
        #[field]
        is_enable_custom_variables: Option<bool>,
        /// The option "enable salesforce".
        #[field]
        is_enable_salesforce: Option<bool>,
        /// The option "enable zendesk".
        #[field]
        is_enable_zendesk: Option<bool>,
        /// The option "enable google analytics".
        #[field]
        is_enable_google_analytics: Option<bool>,
        /// The option "enable goto metting".
        #[field]
        is_enable_goto_metting: Option<bool>,
        /// The option "enable joinme".
        #[field]
        is_enable_joinme: Option<bool>,
    ) -> Result<LiveChatConfig>;
}
