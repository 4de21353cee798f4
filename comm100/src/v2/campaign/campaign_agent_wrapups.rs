//! Campaign agent wrapups.

use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// The agent wrapups of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignAgentWrapupsApi {
    /// Returns a campaign agent wrapup.
    #[get("{id}/agentWrapup", permission = "Manage Campaigns")]
    async fn get_campaign_agent_wrapup(&self, id: CampaignId) -> Result<Vec<Field>>;

    /// Changes a campaign agent wrapup; what is not set keeps its value.
    #[put("{id}/agentWrapup", permission = "Manage Campaigns")]
    async fn update_campaign_agent_wrapup(
        &self,
        id: CampaignId,
        #[json] fields: &[Field],
    ) -> Result<Vec<Field>>;
}
