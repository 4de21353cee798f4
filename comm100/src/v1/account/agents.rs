//! Agents, who are called operators in paths.

use crate::model::Model;
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::open_enum::code_enum;
use crate::model::secret::Secret;
use crate::model::secret::secret;
use crate::v1::account::departments::Removed;
use crate::{Result, api};

/// An agent.
///
/// The list leaves out the details, which are `None` then: from `first_name` on.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Agent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The address that the agent logs in with.
    pub email: String,
    /// The name that visitors see; the list calls it `name`.
    #[model(alias = "name")]
    pub display_name: String,
    /// The key that the agent calls the API with.
    pub api_key: Secret,
    /// The status.
    pub status: AgentStatus,
    /// The number of ongoing chats.
    pub ongoing_chats: u32,
    /// The departments that the agent belongs to.
    pub departments: Vec<DepartmentId>,
    /// The number of chats that are routed to the agent at once.
    pub max_chats_count: u32,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// True if the agent is an administrator.
    pub is_admin: Option<bool>,
    /// True if the agent can log in.
    pub is_active: Option<bool>,
}

code_enum! {
    /// The status of an agent.
    pub enum AgentStatus {
        /// Online.
        Online = 0,
        /// Away.
        Away = 1,
        /// Offline.
        #[default]
        Offline = 2,
    }
}

/// The account's agents.
#[api(path = "livechat/operators", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait AgentsApi {
    /// Lists the agents, without their details.
    #[get(permission = "Manage Agent & Agent Groups")]
    async fn list_agents(&self) -> Result<Vec<Agent>>;

    /// Returns an agent.
    #[get("{email}", permission = "Manage Agent & Agent Groups")]
    async fn get_agent(&self, email: &str) -> Result<Agent>;

    /// Creates an agent; its email must be unique in the account.
    #[post(permission = "Manage Agent & Agent Groups")]
    async fn create_agent(
        &self,
        #[form] email: &str,
        #[form(with = secret)] password: &str,
        #[form] display_name: &str,
        #[form] first_name: &str,
        #[form] last_name: &str,
        /// The phone number.
        #[form]
        phone: Option<&str>,
        /// The title.
        #[form]
        title: Option<&str>,
        /// A description of the agent.
        #[form]
        description: Option<&str>,
        /// Makes the agent an administrator. Defaults to `false`.
        #[form]
        is_admin: Option<bool>,
        /// Lets the agent log in. Defaults to `true`.
        #[form]
        is_active: Option<bool>,
        /// The departments that the agent belongs to.
        #[form(join = ",")]
        departments: Option<&[DepartmentId]>,
        /// The number of chats that are routed to the agent at once. Defaults to 3; only used while
        /// the maximum is set for each agent.
        #[form]
        max_chats_count: Option<u32>,
    ) -> Result<Agent>;

    /// Updates an agent. Only fields that are set change.
    #[put("{email}", permission = "Manage Agent & Agent Groups")]
    async fn update_agent(
        &self,
        email: &str,
        /// The password that the agent logs in with.
        #[form(with = secret)]
        password: Option<&str>,
        /// The name that visitors see.
        #[form]
        display_name: Option<&str>,
        /// The first name.
        #[form]
        first_name: Option<&str>,
        /// The last name.
        #[form]
        last_name: Option<&str>,
        /// The phone number.
        #[form]
        phone: Option<&str>,
        /// The title.
        #[form]
        title: Option<&str>,
        /// The description.
        #[form]
        description: Option<&str>,
        /// True if the agent is an administrator.
        #[form]
        is_admin: Option<bool>,
        /// True if the agent can log in.
        #[form]
        is_active: Option<bool>,
        /// The departments that the agent belongs to, in place of the present ones.
        #[form(join = ",")]
        departments: Option<&[DepartmentId]>,
        /// The number of chats that are routed to the agent at once; only used while maxima are
        /// set agent by agent.
        #[form]
        max_chats_count: Option<u32>,
    ) -> Result<Agent>;

    /// Replaces an agent's API key. The response contains the new one, and the old one is rejected from
    /// then on, so a call is never sent twice.
    #[put(
        "{email}/reset_api_key",
        idempotent = false,
        permission = "Manage Agent & Agent Groups"
    )]
    async fn reset_agent_api_key(&self, email: &str) -> Result<Agent>;

    /// Removes an agent.
    #[delete("{email}", permission = "Manage Agent & Agent Groups")]
    async fn remove_agent(&self, email: &str) -> Result<Removed>;
}
