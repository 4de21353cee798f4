//! Campaigns.

use super::Model;
use super::ids::CampaignId;

/// Chat buttons, windows and forms of a part of the site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Campaign {
    /// The id.
    #[model(required)]
    pub id: CampaignId,
    /// The name.
    pub name: String,
    /// The description.
    pub description: String,
    /// The English name of the language, such as `French`. Version 1 has none.
    pub language: Option<String>,
}
