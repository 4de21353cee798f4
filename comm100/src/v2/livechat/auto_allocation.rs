//! The automatic allocation of chats.

use crate::model::Model;
use crate::v2::livechat::departments::AllocationRule;
use crate::{Result, api};

/// The automatic allocation of chats to agents.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the fields are those of the service"
)]
#[non_exhaustive]
pub struct AutoAllocation {
    /// True if chats are allocated.
    pub is_enable: bool,
    /// The rule of the allocation.
    pub allocation_rule: AllocationRule,
    /// True if the agent that chatted with the visitor last is preferred.
    pub is_last_chatted_preferred: bool,
    /// True if the maximum is the same for all agents.
    pub is_max_chat_for_all_agents: bool,
    /// The maximum number of chats of all agents.
    pub max_chat_for_all_agents: i64,
    /// True if agents in an audio or video chat are allocated chats too.
    pub is_allocate_chat_when_agent_in_audio_video: bool,
    /// True if agents can accept chats by hand.
    pub is_allow_agent_manual_accept_chat: bool,
}

/// The automatic allocation of chats.
#[api(
    path = "livechat/autoAllocation",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait AutoAllocationApi {
    /// Returns the settings of the allocation.
    #[get(permission = "Manage Settings")]
    async fn get_auto_allocation(&self) -> Result<AutoAllocation>;

    /// Changes the settings of the allocation; what is not set keeps its value.
    #[put(permission = "Manage Settings")]
    async fn update_auto_allocation(
        &self,
        #[field] is_enable: bool,
        /// The rule of the allocation.
        #[field]
        allocation_rule: Option<AllocationRule>,
        /// True if the agent that chatted with the visitor last is preferred.
        #[field]
        is_last_chatted_preferred: Option<bool>,
        /// True if the maximum is the same for all agents.
        #[field]
        is_max_chat_for_all_agents: Option<bool>,
        /// The maximum number of chats of all agents.
        #[field]
        max_chat_for_all_agents: Option<i64>,
        /// True if agents in an audio or video chat are allocated chats too.
        #[field]
        is_allocate_chat_when_agent_in_audio_video: Option<bool>,
        /// True if agents can accept chats by hand.
        #[field]
        is_allow_agent_manual_accept_chat: Option<bool>,
    ) -> Result<AutoAllocation>;
}
