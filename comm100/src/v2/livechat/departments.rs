//! Departments.

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::model::ids::DepartmentId;
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
    /// The description.
    pub description: String,
    /// The agents.
    pub agents: Vec<AgentId>,
    /// The groups.
    pub groups: Vec<GroupId>,
    /// The offline message to.
    pub offline_message_to: OfflineMessageRecipients,
    /// The email addresses.
    pub email_addresses: String,
    /// The allocation rule.
    pub allocation_rule: AllocationRule,
    /// The option "last chatted preferred".
    pub is_last_chatted_preferred: bool,
    /// The backup department; 0 if there is none.
    pub backup_department_id: DepartmentId,
}

word_enum! {
    /// How chats are allocated to agents.
    pub enum AllocationRule {
        /// `load balancing`
        #[default]
        LoadBalancing = "load balancing" | "load banlancing",
        /// `round robin`
        RoundRobin = "round robin",
        /// `capability weighted`
        CapabilityWeighted = "capability weighted",
    }
}

word_enum! {
    /// Who receives the offline messages of a department.
    pub enum OfflineMessageRecipients {
        /// `allAgents`
        #[default]
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
        /// The description.
        #[field]
        description: Option<&str>,
        /// The agents.
        #[field]
        agents: Option<&[AgentId]>,
        /// The groups.
        #[field]
        groups: Option<&[GroupId]>,
        /// The offline message to.
        #[field]
        offline_message_to: Option<OfflineMessageRecipients>,
        /// The email addresses.
        #[field]
        email_addresses: Option<&str>,
        /// The allocation rule.
        #[field]
        allocation_rule: Option<AllocationRule>,
        /// The option "last chatted preferred".
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
        /// The description.
        #[field]
        description: Option<&str>,
        /// The agents.
        #[field]
        agents: Option<&[AgentId]>,
        /// The groups.
        #[field]
        groups: Option<&[GroupId]>,
        /// The offline message to.
        #[field]
        offline_message_to: Option<OfflineMessageRecipients>,
        /// The email addresses.
        #[field]
        email_addresses: Option<&str>,
        /// The allocation rule.
        #[field]
        allocation_rule: Option<AllocationRule>,
        /// The option "last chatted preferred".
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
