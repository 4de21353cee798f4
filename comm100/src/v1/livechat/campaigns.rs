//! Campaigns: chat buttons, windows and forms of a part of the site.

use crate::model::Model;
use crate::model::ids::{AutoInvitationId, CampaignId};
use crate::v1::livechat::forms::{OfflineMessageForm, PostChatForm, PreChatForm, WrapUpForm};
use crate::{Result, api};

pub use crate::model::campaign::Campaign;

/// An invitation to chat that is shown by rules.
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
}

/// The account's campaigns.
#[api(path = "livechat/campaigns", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait CampaignsApi {
    /// Lists the campaigns.
    #[get(permission = "Manage Campaigns")]
    async fn list_campaigns(&self) -> Result<Vec<Campaign>>;

    /// The form before a chat.
    #[get("{id}/prechat", permission = "Manage Campaigns")]
    async fn get_pre_chat_form(&self, id: CampaignId) -> Result<PreChatForm>;

    /// The form after a chat.
    #[get("{id}/postChat", permission = "Manage Campaigns")]
    async fn get_post_chat_form(&self, id: CampaignId) -> Result<PostChatForm>;

    /// The form for messages while no one is online.
    #[get("{id}/offlineMessage", permission = "Manage Campaigns")]
    async fn get_offline_message_form(&self, id: CampaignId) -> Result<OfflineMessageForm>;

    /// Lists the auto invitations.
    #[get("{id}/invitation/autoInvitations", permission = "Manage Campaigns")]
    async fn list_auto_invitations(&self, id: CampaignId) -> Result<Vec<AutoInvitation>>;

    /// The form that agents fill in after a chat.
    #[get("{id}/agentWrapup", permission = "Manage Campaigns")]
    async fn get_wrap_up_form(&self, id: CampaignId) -> Result<WrapUpForm>;
}
