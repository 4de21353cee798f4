//! The groups of agents.

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::v2::account::permissions::Permissions;
use crate::v2::ids::GroupId;
use crate::{Result, api};

/// A group of agents, who have its permissions.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Group {
    /// The id.
    #[model(required)]
    pub id: GroupId,
    /// True if the service defines the group.
    pub is_system: bool,
    /// The name.
    pub name: String,
    /// The description.
    pub description: Option<String>,
    /// The members.
    pub agents: Vec<GroupAgent>,
}

/// A member of a group.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(scalar = id)]
#[non_exhaustive]
pub struct GroupAgent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The agent's name.
    pub name: String,
}

impl GroupAgent {
    /// Creates a member by its id.
    #[must_use]
    pub fn new(id: AgentId) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// The account's groups.
#[api(
    path = "account/groups",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait GroupsApi {
    /// Lists the groups.
    #[get(permission = "Manage Agent & Agent Groups")]
    async fn list_groups(&self) -> Result<Vec<Group>>;

    /// Returns a group.
    #[get("{id}", permission = "Manage Agent & Agent Groups")]
    async fn get_group(&self, id: GroupId) -> Result<Group>;

    /// Creates a group.
    #[post(permission = "Manage Agent & Agent Groups")]
    async fn create_group(
        &self,
        #[field] name: &str,
        /// The description.
        #[field]
        description: Option<&str>,
        /// The members.
        #[field]
        agents: Option<&[GroupAgent]>,
    ) -> Result<Group>;

    /// Changes a group; what is not set keeps its value.
    #[put("{id}", permission = "Manage Agent & Agent Groups")]
    async fn update_group(
        &self,
        id: GroupId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The description.
        #[field]
        description: Option<&str>,
        /// The members.
        #[field]
        agents: Option<&[GroupAgent]>,
    ) -> Result<Group>;

    /// Removes a group.
    #[delete("{id}", permission = "Manage Agent & Agent Groups")]
    async fn remove_group(&self, id: GroupId) -> Result<()>;

    /// Returns the permissions of a group.
    #[get("{id}/permissions", permission = "Manage Agent & Agent Groups")]
    async fn get_group_permissions(&self, id: GroupId) -> Result<Permissions>;

    /// Replaces the permissions of a group.
    #[put("{id}/permissions", permission = "Manage Agent & Agent Groups")]
    async fn update_group_permissions(
        &self,
        id: GroupId,
        #[json] permissions: &Permissions,
    ) -> Result<Permissions>;
}
