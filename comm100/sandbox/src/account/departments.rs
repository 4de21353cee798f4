//! Departments: unique names, members that exist, a status that follows from the members'.

use super::{
    account::Account,
    agents::members,
    crud::{Author, Entity},
    entity::agent::{Agent, Department, Status},
    record::{Record, merge},
    rejection::{Rejection, check_not_blank},
};

/// The values of a department that a request sets.
#[derive(Debug, Default)]
pub(crate) struct DepartmentChanges {
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    /// The ids of the agents in it.
    pub(crate) members: Option<Vec<u64>>,
    /// The name that the request has for the members.
    pub(crate) members_name: &'static str,
    pub(crate) record: Record,
}

impl Entity for Department {
    const NAME: &'static str = "department";
    type Key = u64;
    type Changes = DepartmentChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.departments.iter()
    }

    fn create(
        account: &mut Account,
        changes: DepartmentChanges,
        _: Author,
    ) -> Result<u64, Rejection> {
        let name = changes.name.ok_or(Rejection::Required("name"))?;
        let members = members(account, changes.members_name, changes.members)?.unwrap_or_default();
        check_name(account, &name, None)?;
        let id = account.new_id();
        account.departments.push(Department {
            id,
            name,
            description: changes.description.unwrap_or_default(),
            members,
            record: changes.record,
        });
        Ok(id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: DepartmentChanges,
        _: Author,
    ) -> Result<(), Rejection> {
        let members = members(account, changes.members_name, changes.members)?;
        if let Some(name) = &changes.name {
            check_name(account, name, Some(*id))?;
        }
        let department = account.departments.iter_mut().find(|known| known.id == *id);
        let department = department.ok_or_else(|| Self::not_found(id))?;
        if let Some(name) = changes.name {
            department.name = name;
        }
        if let Some(description) = changes.description {
            department.description = description;
        }
        if let Some(members) = members {
            department.members = members;
        }
        merge(&mut department.record, &changes.record);
        Ok(())
    }

    /// Removes the department's chats and offline messages too, as documented.
    fn remove(account: &mut Account, id: &u64) {
        let removed = Some(*id);
        account.departments.retain(|known| known.id != *id);
        account.chats.retain(|chat| chat.department != removed);
        account
            .offline_messages
            .retain(|message| message.department != removed);
        for presence in account.presences_mut() {
            if presence.department == removed {
                presence.department = None;
            }
        }
    }
}

/// Rejects a name that is blank, or that another department has, ignoring case.
fn check_name(account: &Account, name: &str, own: Option<u64>) -> Result<(), Rejection> {
    check_not_blank("name", Some(name))?;
    let lower_case = name.to_lowercase();
    let is_taken = account
        .departments
        .iter()
        .any(|known| Some(known.id) != own && known.name.to_lowercase() == lower_case);
    if is_taken {
        return Err(Rejection::Taken(format!(
            "The department '{name}' exists already."
        )));
    }
    Ok(())
}

/// A department is online while one of its members is.
pub(crate) fn status(account: &Account, department: &Department) -> Status {
    let is_online = department
        .members
        .iter()
        .any(|id| account.agent(*id).is_some_and(Agent::is_online));
    if is_online {
        Status::Online
    } else {
        Status::Offline
    }
}
