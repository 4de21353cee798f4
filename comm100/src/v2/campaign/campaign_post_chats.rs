//! The post-chat forms of campaigns, which visitors fill in after a chat.

use crate::model::Model;
use crate::model::field_layout::FieldLayoutStyle;
use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// The post-chat form of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostChatForm {
    /// True if visitors see the form after a chat.
    pub is_enable: bool,
    /// The greeting above the form.
    pub greeting_message: String,
    /// The layout of the fields.
    pub field_layout: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<Field>,
}

/// The post-chat forms of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignPostChatsApi {
    /// Returns a campaign's post-chat form.
    #[get("{id}/postchat", permission = "Manage Campaigns")]
    async fn get_campaign_post_chat(&self, id: CampaignId) -> Result<PostChatForm>;

    /// Changes a campaign's post-chat form; what is not set keeps its value.
    #[put("{id}/postchat", permission = "Manage Campaigns")]
    async fn update_campaign_post_chat(
        &self,
        id: CampaignId,
        #[field] is_enable: bool,
        /// The greeting above the form.
        #[field]
        greeting_message: Option<&str>,
        /// The layout of the fields.
        #[field]
        field_layout: Option<FieldLayoutStyle>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<PostChatForm>;
}
