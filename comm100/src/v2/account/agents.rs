//! The agents of the account.

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::model::secret::secret;
use crate::v2::account::permissions::Permissions;
use crate::v2::ids::GroupId;
use crate::v2::page::page;
use crate::{Result, api};

/// An agent of the account.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountAgent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The email address.
    pub email: String,
    /// The name that visitors see.
    pub display_name: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The job title; empty if unset.
    pub title: String,
    /// A text about the agent; empty if unset.
    pub bio: String,
    /// The mobile phone number; empty if unset.
    pub mobile_phone: String,
    /// The number of the time zone, as text, such as `31`.
    pub time_zone: String,
    /// The format of dates and times, such as `MM/dd/yyyy HH:mm:ss`.
    pub date_time_format: String,
    /// The groups that the agent is in.
    pub groups: Vec<GroupId>,
    /// True if the agent is an administrator.
    pub is_admin: bool,
    /// True if the agent is active.
    pub is_active: bool,
    /// True if the agent is locked out.
    pub is_locked: bool,
}

page! {
    /// A page of account agents.
    pub struct AccountAgentPage {
        /// The agents.
        agents: AccountAgent
    }
}

/// The account's agents.
#[api(
    path = "account/agents",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait AgentsApi {
    /// Lists the agents.
    #[get(permission = "Manage Agent & Agent Groups")]
    async fn list_agents(
        &self,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
    ) -> Result<AccountAgentPage>;

    /// Returns an agent.
    #[get("{id}", permission = "Manage Agent & Agent Groups")]
    async fn get_agent(&self, id: AgentId) -> Result<AccountAgent>;

    /// Creates an agent.
    #[post(permission = "Manage Agent & Agent Groups")]
    async fn create_agent(
        &self,
        #[field] email: &str,
        #[field] display_name: &str,
        #[field] first_name: &str,
        #[field] last_name: &str,
        /// The job title; empty if unset.
        #[field]
        title: Option<&str>,
        /// A text about the agent; empty if unset.
        #[field]
        bio: Option<&str>,
        /// The mobile phone number; empty if unset.
        #[field]
        mobile_phone: Option<&str>,
        /// The number of the time zone, as text, such as `31`.
        #[field]
        time_zone: Option<&str>,
        /// The format of dates and times, such as `MM/dd/yyyy HH:mm:ss`.
        #[field]
        date_time_format: Option<&str>,
        /// The groups that the agent is in.
        #[field]
        groups: Option<&[GroupId]>,
        /// The password that the agent signs in with.
        #[field(with = secret)]
        password: Option<&str>,
    ) -> Result<AccountAgent>;

    /// Changes an agent; what is not set keeps its value.
    #[put("{id}", permission = "Manage Agent & Agent Groups")]
    async fn update_agent(
        &self,
        id: AgentId,
        /// The email address.
        #[field]
        email: Option<&str>,
        /// The name that visitors see.
        #[field]
        display_name: Option<&str>,
        /// The first name.
        #[field]
        first_name: Option<&str>,
        /// The last name.
        #[field]
        last_name: Option<&str>,
        /// The job title; empty if unset.
        #[field]
        title: Option<&str>,
        /// A text about the agent; empty if unset.
        #[field]
        bio: Option<&str>,
        /// The mobile phone number; empty if unset.
        #[field]
        mobile_phone: Option<&str>,
        /// The number of the time zone, as text, such as `31`.
        #[field]
        time_zone: Option<&str>,
        /// The format of dates and times, such as `MM/dd/yyyy HH:mm:ss`.
        #[field]
        date_time_format: Option<&str>,
        /// The groups that the agent is in.
        #[field]
        groups: Option<&[GroupId]>,
        /// The password that the agent signs in with.
        #[field(with = secret)]
        password: Option<&str>,
    ) -> Result<AccountAgent>;

    /// Removes an agent.
    #[delete("{id}", permission = "Manage Agent & Agent Groups")]
    async fn remove_agent(&self, id: AgentId) -> Result<()>;

    /// Sets an agent's password.
    #[post("{id}/password", permission = "Manage Agent & Agent Groups")]
    async fn set_agent_password(
        &self,
        id: AgentId,
        #[field(with = secret)] password: &str,
    ) -> Result<()>;

    /// Unlocks an agent that is locked out.
    #[put("{id}/unlock", permission = "Manage Agent & Agent Groups")]
    async fn unlock_agent(&self, id: AgentId) -> Result<()>;

    /// Returns an agent's own permissions.
    #[get("{id}/permissions", permission = "Manage Agent & Agent Groups")]
    async fn get_agent_permissions(&self, id: AgentId) -> Result<Permissions>;

    /// Replaces an agent's own permissions.
    #[put("{id}/permissions", permission = "Manage Agent & Agent Groups")]
    async fn update_agent_permissions(
        &self,
        id: AgentId,
        #[json] permissions: &Permissions,
    ) -> Result<Permissions>;

    /// Returns the permissions of an agent and of its groups together.
    #[get(
        "{id}/effectivePermissions",
        permission = "Manage Agent & Agent Groups"
    )]
    async fn get_agent_effective_permissions(&self, id: AgentId) -> Result<Permissions>;

    /// Returns the agent that calls.
    #[get("me")]
    async fn get_me(&self) -> Result<AccountAgent>;

    /// Changes the agent that calls; what is not set keeps its value.
    #[put("me")]
    async fn update_me(
        &self,
        /// The email address.
        #[field]
        email: Option<&str>,
        /// The name that visitors see.
        #[field]
        display_name: Option<&str>,
        /// The first name.
        #[field]
        first_name: Option<&str>,
        /// The last name.
        #[field]
        last_name: Option<&str>,
        /// The job title; empty if unset.
        #[field]
        title: Option<&str>,
        /// A text about the agent; empty if unset.
        #[field]
        bio: Option<&str>,
        /// The mobile phone number; empty if unset.
        #[field]
        mobile_phone: Option<&str>,
        /// The number of the time zone, as text, such as `31`.
        #[field]
        time_zone: Option<&str>,
        /// The format of dates and times, such as `MM/dd/yyyy HH:mm:ss`.
        #[field]
        date_time_format: Option<&str>,
        /// The groups that the agent is in.
        #[field]
        groups: Option<&[GroupId]>,
    ) -> Result<AccountAgent>;

    /// Changes the password of the agent that calls.
    #[put("me/password", idempotent = false)]
    async fn change_my_password(
        &self,
        #[field(with = secret)] current_password: &str,
        #[field(with = secret)] new_password: &str,
    ) -> Result<()>;
}
