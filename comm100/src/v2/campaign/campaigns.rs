//! The campaigns of the account.

use crate::model::ids::CampaignId;
use crate::{Result, api};

pub use crate::model::campaign::Campaign;

/// The account's campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignsApi {
    /// Lists the campaigns.
    #[get(permission = "Manage Campaigns")]
    async fn list_campaigns(&self) -> Result<Vec<Campaign>>;

    /// Returns a campaign.
    #[get("{id}", permission = "Manage Campaigns")]
    async fn get_campaign(&self, id: CampaignId) -> Result<Campaign>;

    /// Creates a campaign.
    #[post(permission = "Manage Campaigns")]
    async fn create_campaign(
        &self,
        #[field] name: &str,
        #[field] language: &str,
        /// The description.
        #[field]
        description: Option<&str>,
    ) -> Result<Campaign>;

    /// Changes a campaign; what is not set keeps its value.
    #[put("{id}", permission = "Manage Campaigns")]
    async fn update_campaign(
        &self,
        id: CampaignId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The description.
        #[field]
        description: Option<&str>,
        /// The English name of the language, such as `French`.
        #[field]
        language: Option<&str>,
    ) -> Result<Campaign>;

    /// Removes a campaign.
    #[delete("{id}", permission = "Manage Campaigns")]
    async fn remove_campaign(&self, id: CampaignId) -> Result<()>;
}
