//! The automatic invitations of campaigns.

use crate::model::Model;
use crate::model::ids::{AutoInvitationId, CampaignId};
use crate::v2::campaign::conditions::Conditions;
use crate::v2::campaign::invitation_window::InvitationWindow;
use crate::{Result, api};

/// An invitation that is sent to visitors who meet its conditions.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AutoInvitation {
    /// The id.
    #[model(required)]
    pub id: AutoInvitationId,
    /// The name.
    pub name: String,
    /// True if the invitation is sent.
    pub is_enable: bool,
    /// True if it pops up at most once in a visit.
    pub is_popup_only_one_time: bool,
    /// The window of the invitation.
    pub invitation_window: InvitationWindow,
    /// The conditions that a visitor must meet.
    pub conditions: Conditions,
}

/// The automatic invitations of campaigns. The [`Invitation`](crate::v2::Invitation) of a campaign
/// lists them.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignAutoInvitationsApi {
    /// Returns an automatic invitation.
    #[get(
        "{id}/invitation/autoInvitations/{auto_invitation_id}",
        permission = "Manage Campaigns"
    )]
    async fn get_campaign_auto_invitation(
        &self,
        id: CampaignId,
        auto_invitation_id: AutoInvitationId,
    ) -> Result<AutoInvitation>;

    /// Creates an automatic invitation.
    #[post("{id}/invitation/autoInvitations", permission = "Manage Campaigns")]
    async fn create_campaign_auto_invitation(
        &self,
        id: CampaignId,
        #[field] name: &str,
        /// True if the invitation is sent.
        #[field]
        is_enable: Option<bool>,
        /// True if it pops up at most once in a visit.
        #[field]
        is_popup_only_one_time: Option<bool>,
        /// The window of the invitation.
        #[field]
        invitation_window: Option<&InvitationWindow>,
        /// The conditions that a visitor must meet.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<AutoInvitation>;

    /// Changes an automatic invitation; what is not set keeps its value.
    #[put(
        "{id}/invitation/autoInvitations/{auto_invitation_id}",
        permission = "Manage Campaigns"
    )]
    async fn update_campaign_auto_invitation(
        &self,
        id: CampaignId,
        auto_invitation_id: AutoInvitationId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// True if the invitation is sent.
        #[field]
        is_enable: Option<bool>,
        /// True if it pops up at most once in a visit.
        #[field]
        is_popup_only_one_time: Option<bool>,
        /// The window of the invitation.
        #[field]
        invitation_window: Option<&InvitationWindow>,
        /// The conditions that a visitor must meet.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<AutoInvitation>;

    /// Removes an automatic invitation.
    #[delete(
        "{id}/invitation/autoInvitations/{auto_invitation_id}",
        permission = "Manage Campaigns"
    )]
    async fn remove_campaign_auto_invitation(
        &self,
        id: CampaignId,
        auto_invitation_id: AutoInvitationId,
    ) -> Result<()>;
}
