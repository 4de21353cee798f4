//! Campaign post chats.

use crate::model::Model;
use crate::model::field_layout::FieldLayoutStyle;
use crate::model::ids::CampaignId;
use crate::v2::campaign::fields::Field;
use crate::{Result, api};

/// A post chat form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostChatForm {
    /// True if it is enabled.
    pub is_enable: bool,
    /// The greeting message.
    pub greeting_message: String,
    /// The field layout.
    pub field_layout: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<Field>,
}

/// The post chats of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignPostChatsApi {
    /// Returns a campaign post chat.
    #[get("{id}/postchat", permission = "Manage Campaigns")]
    async fn get_campaign_post_chat(&self, id: CampaignId) -> Result<PostChatForm>;

    /// Changes a campaign post chat; what is not set keeps its value.
    #[put("{id}/postchat", permission = "Manage Campaigns")]
    async fn update_campaign_post_chat(
        &self,
        id: CampaignId,
        #[field] is_enable: bool,
        /// The greeting message.
        #[field]
        greeting_message: Option<&str>,
        /// The field layout.
        #[field]
        field_layout: Option<FieldLayoutStyle>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<PostChatForm>;
}
