//! The wrap-up forms of campaigns, which agents fill in after a chat.

use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// The wrap-up forms of campaigns, which agents fill in after a chat.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignAgentWrapupsApi {
    /// Returns the fields of a campaign's wrap-up form.
    #[get("{id}/agentWrapup", permission = "Manage Campaigns")]
    async fn get_campaign_agent_wrapup(&self, id: CampaignId) -> Result<Vec<Field>>;

    /// Changes fields of a campaign's wrap-up form. Each is identified by its id.
    #[put("{id}/agentWrapup", permission = "Manage Campaigns")]
    async fn update_campaign_agent_wrapup(
        &self,
        id: CampaignId,
        #[json] fields: &[Field],
    ) -> Result<Vec<Field>>;
}
