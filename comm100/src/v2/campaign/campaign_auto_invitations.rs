//! Campaign auto invitations.

use crate::model::Model;
use crate::model::ids::AutoInvitationId;
use crate::model::ids::CampaignId;
use crate::v2::campaign::conditions::Conditions;
use crate::v2::campaign::invitation_window::InvitationWindow;
use crate::{Result, api};

/// An auto invitation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AutoInvitation {
    /// The id.
    #[model(required)]
    pub id: AutoInvitationId,
    /// The name.
    pub name: String,
    /// True if it is enabled.
    pub is_enable: bool,
    /// The option "popup only one time".
    pub is_popup_only_one_time: bool,
    /// The invitation window.
    pub invitation_window: InvitationWindow,
    /// The conditions.
    pub conditions: Conditions,
}

/// The auto invitations of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignAutoInvitationsApi {
    /// Returns a campaign auto invitation.
    #[get(
        "{id}/invitation/autoInvitations/{auto_invitation_id}",
        permission = "Manage Campaigns"
    )]
    async fn get_campaign_auto_invitation(
        &self,
        id: CampaignId,
        auto_invitation_id: AutoInvitationId,
    ) -> Result<AutoInvitation>;

    /// Creates a campaign auto invitation.
    #[post("{id}/invitation/autoInvitations", permission = "Manage Campaigns")]
    async fn create_campaign_auto_invitation(
        &self,
        id: CampaignId,
        #[field] name: &str,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The option "popup only one time".
        #[field]
        is_popup_only_one_time: Option<bool>,
        /// The invitation window.
        #[field]
        invitation_window: Option<&InvitationWindow>,
        /// The conditions.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<AutoInvitation>;

    /// Changes a campaign auto invitation; what is not set keeps its value.
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
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The option "popup only one time".
        #[field]
        is_popup_only_one_time: Option<bool>,
        /// The invitation window.
        #[field]
        invitation_window: Option<&InvitationWindow>,
        /// The conditions.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<AutoInvitation>;

    /// Removes a campaign auto invitation.
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
