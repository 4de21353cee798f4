//! The offline messages of the account.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::model::Model;
use crate::model::attachment::Attachment;
use crate::model::custom_field::CustomField;
use crate::model::ids::{AgentId, CampaignId, DepartmentId, OfflineMessageId, VisitorSegmentId};
use crate::model::times::{offset, seconds};
use crate::v2::livechat::custom_values::CustomVariableValue;
use crate::v2::page::page;
use crate::{Result, api};

/// A message that a visitor left while no agent was online.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessage {
    /// The id.
    #[model(required)]
    pub id: OfflineMessageId,
    /// The time when it was sent.
    pub time: Option<DateTime>,
    /// The visitor's id at the single sign-on provider; empty if there is none.
    pub sso_user_id: String,
    /// The visitor's name.
    pub name: String,
    /// The visitor's email address.
    pub email: String,
    /// The department's name; empty if there is none.
    pub department: String,
    /// The agent's name; empty if there is none.
    pub agent: String,
    /// The text.
    pub content: String,
    /// The values of the custom fields.
    pub fields: Vec<CustomField>,
    /// The values of the custom variables.
    pub custom_variables: Vec<CustomVariableValue>,
    /// The files that were sent.
    #[model(alias = "attachments")]
    pub attachment: Vec<Attachment>,
}

page! {
    /// A page of offline messages.
    pub struct OfflineMessagePage {
        /// The offline messages.
        offline_messages: OfflineMessage
    }
}

/// The account's offline messages.
#[api(
    path = "livechat/offlineMessages",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait OfflineMessagesApi {
    /// Lists the offline messages of a period.
    #[get]
    async fn list_offline_messages(
        &self,
        /// The start of the period. Defaults to today.
        #[query(with = seconds)]
        time_from: Option<DateTime>,
        /// The end of the period. Defaults to today. Whether it is included is not documented.
        #[query(with = seconds)]
        time_to: Option<DateTime>,
        /// The offset from UTC of the times. Defaults to UTC.
        #[query(with = offset)]
        timezone: Option<Offset>,
        /// Only messages of this campaign.
        #[query]
        campaign_id: Option<CampaignId>,
        /// Only messages of this department.
        #[query]
        department_id: Option<DepartmentId>,
        /// Only messages of this agent.
        #[query]
        agent_id: Option<AgentId>,
        /// Only messages of visitors of this segment.
        #[query]
        visitor_segment: Option<VisitorSegmentId>,
        /// Only messages that contain this text.
        #[query]
        keywords: Option<&str>,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
    ) -> Result<OfflineMessagePage>;

    /// Returns an offline message.
    #[get("{id}")]
    async fn get_offline_message(&self, id: &OfflineMessageId) -> Result<OfflineMessage>;

    /// Removes an offline message.
    #[delete("{id}")]
    async fn remove_offline_message(&self, id: &OfflineMessageId) -> Result<()>;
}
