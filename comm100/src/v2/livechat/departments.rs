//! The departments of the account.

use crate::model::Model;
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::open_enum::word_enum;
use crate::v2::ids::GroupId;
use crate::{Result, api};

/// A department.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Department {
    /// The id.
    #[model(required)]
    pub id: DepartmentId,
    /// The name.
    pub name: String,
    /// The description; empty if unset.
    pub description: String,
    /// The agents.
    pub agents: Vec<AgentId>,
    /// The groups of agents.
    pub groups: Vec<GroupId>,
    /// The recipients of offline messages.
    pub offline_message_to: OfflineMessageRecipients,
    /// The addresses of the recipients, if they are `emailAddresses`.
    pub email_addresses: String,
    /// The rule by which chats are allocated.
    pub allocation_rule: AllocationRule,
    /// True if the agent that chatted with the visitor last is preferred.
    pub is_last_chatted_preferred: bool,
    /// The backup department; 0 if there is none.
    pub backup_department_id: DepartmentId,
}

word_enum! {
    /// The rule by which chats are allocated to agents.
    pub enum AllocationRule {
        /// `load balancing`
        LoadBalancing = "load balancing" | "load banlancing",
        /// `round robin`
        RoundRobin = "round robin",
        /// `capability weighted`
        CapabilityWeighted = "capability weighted",
    }
}

word_enum! {
    /// The recipients of the offline messages of a department.
    pub enum OfflineMessageRecipients {
        /// `allAgents`
        AllAgents = "allAgents",
        /// `emailAddresses`
        EmailAddresses = "emailAddresses",
    }
}

/// The account's departments.
#[api(
    path = "livechat/departments",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait DepartmentsApi {
    /// Lists the departments.
    #[get(permission = "Manage Settings")]
    async fn list_departments(&self) -> Result<Vec<Department>>;

    /// Returns a department.
    #[get("{id}", permission = "Manage Settings")]
    async fn get_department(&self, id: DepartmentId) -> Result<Department>;

    /// Creates a department.
    #[post(permission = "Manage Settings")]
    async fn create_department(
        &self,
        #[field] name: &str,
        /// The description; empty if unset.
        #[field]
        description: Option<&str>,
        /// The agents.
        #[field]
        agents: Option<&[AgentId]>,
        /// The groups of agents.
        #[field]
        groups: Option<&[GroupId]>,
        /// The recipients of offline messages.
        #[field]
        offline_message_to: Option<OfflineMessageRecipients>,
        /// The addresses of the recipients, if they are `emailAddresses`.
        #[field]
        email_addresses: Option<&str>,
        /// The rule by which chats are allocated.
        #[field]
        allocation_rule: Option<AllocationRule>,
        /// True if the agent that chatted with the visitor last is preferred.
        #[field]
        is_last_chatted_preferred: Option<bool>,
        /// The backup department; 0 if there is none.
        #[field]
        backup_department_id: Option<DepartmentId>,
    ) -> Result<Department>;

    /// Changes a department; what is not set keeps its value.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_department(
        &self,
        id: DepartmentId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The description; empty if unset.
        #[field]
        description: Option<&str>,
        /// The agents.
        #[field]
        agents: Option<&[AgentId]>,
        /// The groups of agents.
        #[field]
        groups: Option<&[GroupId]>,
        /// The recipients of offline messages.
        #[field]
        offline_message_to: Option<OfflineMessageRecipients>,
        /// The addresses of the recipients, if they are `emailAddresses`.
        #[field]
        email_addresses: Option<&str>,
        /// The rule by which chats are allocated.
        #[field]
        allocation_rule: Option<AllocationRule>,
        /// True if the agent that chatted with the visitor last is preferred.
        #[field]
        is_last_chatted_preferred: Option<bool>,
        /// The backup department; 0 if there is none.
        #[field]
        backup_department_id: Option<DepartmentId>,
    ) -> Result<Department>;

    /// Removes a department.
    #[delete("{id}", permission = "Manage Settings")]
    async fn remove_department(&self, id: DepartmentId) -> Result<()>;
}
