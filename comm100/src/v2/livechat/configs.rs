//! The live-chat settings of the site.

use crate::model::Model;
use crate::v2::ids::SiteId;
use crate::{Result, api};

/// The features of live chat that are on or off.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the fields are those of the service"
)]
#[non_exhaustive]
pub struct LiveChatConfig {
    /// The id of the site.
    pub site_id: SiteId,
    /// True if multiple campaigns are on.
    pub is_enable_multiple_campaigns: bool,
    /// True if the automatic allocation of chats is on.
    pub is_enable_auto_allocation: bool,
    /// True if custom away statuses are on.
    pub is_enable_custom_away_status: bool,
    /// True if departments are on.
    pub is_enable_department: bool,
    /// True if automatic translation is on.
    pub is_enable_auto_translation: bool,
    /// True if audio and video chats are on.
    pub is_enable_audio_and_video_chat: bool,
    /// True if visitor segments are on.
    pub is_enable_visitor_segmentation: bool,
    /// True if the single sign-on of visitors is on.
    #[model(name = "isEnableVisitorSSO")]
    pub is_enable_visitor_sso: bool,
    /// True if the masking of credit card numbers is on.
    pub is_enable_credit_card_masking: bool,
    /// True if custom variables are on.
    pub is_enable_custom_variables: bool,
    /// True if the integration of Salesforce is on.
    pub is_enable_salesforce: bool,
    /// True if the integration of Zendesk is on.
    pub is_enable_zendesk: bool,
    /// True if the integration of Google Analytics is on.
    pub is_enable_google_analytics: bool,
    /// True if the integration of `GoToMeeting` is on. The service spells the name
    /// `isEnableGotoMetting`.
    #[model(alias = "isEnableGotoMeeting")]
    pub is_enable_goto_metting: bool,
    /// True if the integration of join.me is on.
    pub is_enable_joinme: bool,
}

/// The live-chat settings of the site.
#[api(
    path = "livechat/configs",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait ConfigsApi {
    /// Returns the settings.
    #[get(permission = "Manage Settings")]
    async fn get_config(&self) -> Result<LiveChatConfig>;

    /// Changes the settings; what is not set keeps its value.
    #[put(permission = "Manage Settings")]
    async fn update_config(
        &self,
        /// The id of the site.
        #[field]
        site_id: Option<SiteId>,
        /// True if multiple campaigns are on.
        #[field]
        is_enable_multiple_campaigns: Option<bool>,
        /// True if the automatic allocation of chats is on.
        #[field]
        is_enable_auto_allocation: Option<bool>,
        /// True if custom away statuses are on.
        #[field]
        is_enable_custom_away_status: Option<bool>,
        /// True if departments are on.
        #[field]
        is_enable_department: Option<bool>,
        /// True if automatic translation is on.
        #[field]
        is_enable_auto_translation: Option<bool>,
        /// True if audio and video chats are on.
        #[field]
        is_enable_audio_and_video_chat: Option<bool>,
        /// True if visitor segments are on.
        #[field]
        is_enable_visitor_segmentation: Option<bool>,
        /// True if the single sign-on of visitors is on.
        #[field(rename = "isEnableVisitorSSO")]
        is_enable_visitor_sso: Option<bool>,
        /// True if the masking of credit card numbers is on.
        #[field]
        is_enable_credit_card_masking: Option<bool>,
        /// True if custom variables are on.
        #[field]
        is_enable_custom_variables: Option<bool>,
        /// True if the integration of Salesforce is on.
        #[field]
        is_enable_salesforce: Option<bool>,
        /// True if the integration of Zendesk is on.
        #[field]
        is_enable_zendesk: Option<bool>,
        /// True if the integration of Google Analytics is on.
        #[field]
        is_enable_google_analytics: Option<bool>,
        /// True if the integration of `GoToMeeting` is on. The service spells the name
        /// `isEnableGotoMetting`.
        #[field]
        is_enable_goto_metting: Option<bool>,
        /// True if the integration of join.me is on.
        #[field]
        is_enable_joinme: Option<bool>,
    ) -> Result<LiveChatConfig>;
}
