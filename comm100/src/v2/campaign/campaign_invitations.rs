//! The invitations of campaigns.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::campaign_auto_invitations::AutoInvitation;
use crate::v2::campaign::invitation_window::{
    InvitationMessage, InvitationPopup, InvitationWindow,
};
use crate::{Result, api};

/// The invitations of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Invitation {
    /// The style of the invitations.
    pub style: InvitationStyle,
    /// The automatic invitations.
    pub auto_invitations: Vec<AutoInvitation>,
    /// The window of invitations that agents send.
    pub manual_invitation: InvitationWindow,
}

word_enum! {
    /// The style of invitations.
    pub enum InvitationStyle {
        /// `bubble`
        Bubble = "bubble",
        /// `popup`
        Popup = "popup",
        /// `embedded`
        Embedded = "embedded" | "chatwindow",
    }
}

/// The invitations of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignInvitationsApi {
    /// Returns a campaign's invitations.
    #[get("{id}/invitation", permission = "Manage Campaigns")]
    async fn get_campaign_invitation(&self, id: CampaignId) -> Result<Invitation>;

    /// Sets the style of a campaign's invitations.
    #[put("{id}/invitation", permission = "Manage Campaigns")]
    async fn update_campaign_invitation(
        &self,
        id: CampaignId,
        #[field] style: InvitationStyle,
    ) -> Result<Invitation>;

    /// Changes the window of the invitations that agents send; what is not set keeps its value.
    #[put("{id}/invitation/manualInvitation", permission = "Manage Campaigns")]
    async fn update_campaign_manual_invitation(
        &self,
        id: CampaignId,
        /// The message.
        #[field]
        message: Option<&InvitationMessage>,
        /// The popup.
        #[field]
        popup: Option<&InvitationPopup>,
    ) -> Result<InvitationWindow>;
}
