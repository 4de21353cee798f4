//! Departments.

use crate::model::Model;
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::open_enum::code_enum;
use crate::{Result, api};

/// A department: agents who take the same chats.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Department {
    /// The id.
    #[model(required)]
    pub id: DepartmentId,
    /// The name, unique in the account.
    pub name: String,
    /// The description.
    pub description: String,
    /// The agents who belong to it.
    pub members: Vec<AgentId>,
    /// The status: online if one of the members is.
    pub status: DepartmentStatus,
}

code_enum! {
    /// The status of a department.
    pub enum DepartmentStatus {
        /// Online.
        Online = 0,
        /// Offline.
        #[default]
        Offline = 2,
    }
}

/// The response to the removal of an agent or a department.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Removed {
    /// A sentence for people.
    pub result: String,
}

/// The account's departments.
#[api(path = "livechat/departments", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait DepartmentsApi {
    /// Lists the departments.
    #[get]
    async fn list_departments(&self) -> Result<Vec<Department>>;

    /// Returns a department.
    #[get("{id}")]
    async fn get_department(&self, id: DepartmentId) -> Result<Department>;

    /// Creates a department; its name is unique in the account.
    #[post]
    async fn create_department(
        &self,
        #[form] name: &str,
        /// The description.
        #[form]
        description: Option<&str>,
        /// The agents who belong to it.
        #[form(join = ",")]
        members: Option<&[AgentId]>,
    ) -> Result<Department>;

    /// Updates a department. Only fields that are set change.
    #[put("{id}")]
    async fn update_department(
        &self,
        id: DepartmentId,
        /// The name, unique in the account.
        #[form]
        name: Option<&str>,
        /// The description.
        #[form]
        description: Option<&str>,
        /// The agents who belong to it, in place of the present ones.
        #[form(join = ",")]
        members: Option<&[AgentId]>,
    ) -> Result<Department>;

    /// Removes a department, and its chats and offline messages for good.
    #[delete("{id}")]
    async fn remove_department(&self, id: DepartmentId) -> Result<Removed>;
}
