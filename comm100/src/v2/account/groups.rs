//! Groups.

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::v2::account::permissions::Permissions;
use crate::v2::ids::GroupId;
use crate::{Result, api};

/// A group.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Group {
    /// The id.
    #[model(required)]
    pub id: GroupId,
    /// True if the service defines it.
    pub is_system: bool,
    /// The name.
    pub name: String,
    /// The description.
    pub description: Option<String>,
    /// The agents.
    pub agents: Vec<GroupAgent>,
}

/// A group agent.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(scalar = id)]
#[non_exhaustive]
pub struct GroupAgent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The name.
    pub name: String,
}

/// The account's groups.
#[api(
    path = "account/groups",
    version = 2,
    rename_all = "camelCase",
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
        /// The agents.
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
        /// The agents.
        #[field]
        agents: Option<&[GroupAgent]>,
    ) -> Result<Group>;

    /// Removes a group.
    #[delete("{id}", permission = "Manage Agent & Agent Groups")]
    async fn remove_group(&self, id: GroupId) -> Result<()>;

    /// Returns a group's permissions.
    #[get("{id}/permissions", permission = "Manage Agent & Agent Groups")]
    async fn get_group_permissions(&self, id: GroupId) -> Result<Permissions>;

    /// Replaces a group's permissions.
    #[put("{id}/permissions", permission = "Manage Agent & Agent Groups")]
    async fn update_group_permissions(
        &self,
        id: GroupId,
        #[json] permissions: &Permissions,
    ) -> Result<Permissions>;
}
