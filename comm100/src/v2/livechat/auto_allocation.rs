//! Auto allocation.

use crate::model::Model;
use crate::v2::livechat::departments::AllocationRule;
use crate::{Result, api};

/// An auto allocation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the fields are those of the service"
)]
#[non_exhaustive]
pub struct AutoAllocation {
    /// True if it is enabled.
    pub is_enable: bool,
    /// The allocation rule.
    pub allocation_rule: AllocationRule,
    /// The option "last chatted preferred".
    pub is_last_chatted_preferred: bool,
    /// The option "max chat for all agents".
    pub is_max_chat_for_all_agents: bool,
    /// The max chat for all agents.
    pub max_chat_for_all_agents: i64,
    /// The option "allocate chat when agent in audio video".
    pub is_allocate_chat_when_agent_in_audio_video: bool,
    /// The option "allow agent manual accept chat".
    pub is_allow_agent_manual_accept_chat: bool,
}

/// The account's auto allocation.
#[api(
    path = "livechat/autoAllocation",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait AutoAllocationApi {
    /// Returns the auto allocation.
    #[get(permission = "Manage Settings")]
    async fn get_auto_allocation(&self) -> Result<AutoAllocation>;

    /// Changes the auto allocation; what is not set keeps its value.
    #[put(permission = "Manage Settings")]
    async fn update_auto_allocation(
        &self,
        #[field] is_enable: bool,
        /// The allocation rule.
        #[field]
        allocation_rule: Option<AllocationRule>,
        /// The option "last chatted preferred".
        #[field]
        is_last_chatted_preferred: Option<bool>,
        /// The option "max chat for all agents".
        #[field]
        is_max_chat_for_all_agents: Option<bool>,
        /// The max chat for all agents.
        #[field]
        max_chat_for_all_agents: Option<i64>,
        /// The option "allocate chat when agent in audio video".
        #[field]
        is_allocate_chat_when_agent_in_audio_video: Option<bool>,
        /// The option "allow agent manual accept chat".
        #[field]
        is_allow_agent_manual_accept_chat: Option<bool>,
    ) -> Result<AutoAllocation>;
}
