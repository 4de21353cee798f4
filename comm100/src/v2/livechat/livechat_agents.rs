//! Live-chat agents.

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::model::ids::DepartmentId;
use crate::model::open_enum::word_enum;
use crate::{Result, api};

/// The live-chat side of an agent.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LiveChatAgent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The status.
    pub status: LiveChatAgentStatus,
    /// The ongoing chats.
    pub ongoing_chats: u64,
    /// The departments.
    pub departments: Vec<DepartmentId>,
    /// The max chats count.
    pub max_chats_count: u32,
    /// The option "accept allocation".
    pub is_accept_allocation: bool,
}

word_enum! {
    /// The status of an agent; `Other` is a custom away status, by name.
    pub enum LiveChatAgentStatus {
        /// `online`
        #[default]
        Online = "online",
        /// `away`
        Away = "away",
        /// `offline`
        Offline = "offline",
    }
}

/// The account's live-chat agents.
#[api(
    path = "livechat/agents",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait LivechatAgentsApi {
    /// Returns a live-chat agent.
    #[get("{id}")]
    async fn get_livechat_agent(&self, id: AgentId) -> Result<LiveChatAgent>;

    /// Changes a live-chat agent; what is not set keeps its value.
    #[put("{id}")]
    async fn update_livechat_agent(
        &self,
        id: AgentId,
        /// The status.
        #[field]
        status: Option<LiveChatAgentStatus>,
        /// The departments.
        #[field]
        departments: Option<&[DepartmentId]>,
        /// The max chats count.
        #[field]
        max_chats_count: Option<u32>,
        /// The option "accept allocation".
        #[field]
        is_accept_allocation: Option<bool>,
    ) -> Result<LiveChatAgent>;
}
