//! Groups of agents: members that exist, who have the group's permissions.

use super::{
    account::Account,
    agents::members,
    crud::{Author, Entity},
    entity::agent::Group,
    record::{Record, merge},
    rejection::{Rejection, check_not_blank},
};

/// The values of a group that a request sets.
#[derive(Debug, Default)]
pub(crate) struct GroupChanges {
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    /// The ids of the agents in it.
    pub(crate) members: Option<Vec<u64>>,
    pub(crate) record: Record,
}

impl Entity for Group {
    const NAME: &'static str = "group";
    type Key = u64;
    type Changes = GroupChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.groups.iter()
    }

    fn create(
        account: &mut Account,
        changes: GroupChanges,
        author: Author,
    ) -> Result<u64, Rejection> {
        if changes.name.is_none() {
            return Err(Rejection::Required("name"));
        }
        let id = account.new_id();
        account.groups.push(Group {
            id,
            name: String::new(),
            description: String::new(),
            members: Vec::new(),
            permissions: Vec::new(),
            record: Record::new(),
        });
        let updated = Self::update(account, &id, changes, author);
        if updated.is_err() {
            Self::remove(account, &id);
        }
        updated.map(|()| id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: GroupChanges,
        _: Author,
    ) -> Result<(), Rejection> {
        check_not_blank("name", changes.name.as_deref())?;
        let members = members(account, "agents", changes.members)?;
        let group = account.groups.iter_mut().find(|known| known.id == *id);
        let group = group.ok_or_else(|| Self::not_found(id))?;
        let Group {
            name, description, ..
        } = group;
        for (field, text) in [(name, changes.name), (description, changes.description)] {
            if let Some(text) = text {
                *field = text;
            }
        }
        if let Some(members) = members {
            group.members = members;
        }
        merge(&mut group.record, &changes.record);
        Ok(())
    }

    fn remove(account: &mut Account, id: &u64) {
        account.groups.retain(|known| known.id != *id);
    }
}
