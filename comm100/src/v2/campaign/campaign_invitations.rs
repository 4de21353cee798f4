//! Campaign invitations.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::campaign_auto_invitations::AutoInvitation;
use crate::v2::campaign::invitation_window::InvitationMessage;
use crate::v2::campaign::invitation_window::InvitationPopup;
use crate::v2::campaign::invitation_window::InvitationWindow;
use crate::{Result, api};

/// An invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Invitation {
    /// The style.
    pub style: InvitationStyle,
    /// The auto invitations.
    pub auto_invitations: Vec<AutoInvitation>,
    /// The manual invitation.
    pub manual_invitation: InvitationWindow,
}

word_enum! {
    /// The style of invitations.
    pub enum InvitationStyle {
        /// `bubble`
        #[default]
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
    crate = crate
)]
pub trait CampaignInvitationsApi {
    /// Returns a campaign invitation.
    #[get("{id}/invitation", permission = "Manage Campaigns")]
    async fn get_campaign_invitation(&self, id: CampaignId) -> Result<Invitation>;

    /// Changes a campaign invitation; what is not set keeps its value.
    #[put("{id}/invitation", permission = "Manage Campaigns")]
    async fn update_campaign_invitation(
        &self,
        id: CampaignId,
        #[field] style: InvitationStyle,
    ) -> Result<Invitation>;

    /// Changes the window of manual invitations; what is not set keeps its value.
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
