//! The installation codes of campaigns.

use crate::model::ids::CampaignId;
use crate::v2::campaign::installation_code::InstallationCode;
use crate::{Result, api};

/// The installation codes of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignInstallationCodesApi {
    /// Returns the code that installs a campaign's chat button on a page.
    #[get("{id}/code", permission = "Manage Campaigns")]
    async fn get_campaign_installation_code(&self, id: CampaignId) -> Result<InstallationCode>;
}
