//! The live-chat side of agents.

use crate::model::Model;
use crate::model::ids::{AgentId, DepartmentId};
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
    /// The number of ongoing chats.
    pub ongoing_chats: u64,
    /// The departments that the agent belongs to.
    pub departments: Vec<DepartmentId>,
    /// The number of chats that are routed to the agent at once.
    pub max_chats_count: u32,
    /// True if chats are allocated to the agent.
    pub is_accept_allocation: bool,
}

word_enum! {
    /// The status of an agent; `Other` is a custom away status, by name.
    pub enum LiveChatAgentStatus {
        /// `online`
        Online = "online",
        /// `away`
        Away = "away",
        /// `offline`
        Offline = "offline",
    }
}

/// The live-chat side of agents. Their ids are those of
/// [`list_agents`](crate::v2::AgentsApi::list_agents).
#[api(
    path = "livechat/agents",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
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
        /// The departments that the agent belongs to.
        #[field]
        departments: Option<&[DepartmentId]>,
        /// The number of chats that are routed to the agent at once.
        #[field]
        max_chats_count: Option<u32>,
        /// True if chats are allocated to the agent.
        #[field]
        is_accept_allocation: Option<bool>,
    ) -> Result<LiveChatAgent>;
}
