//! Canned messages: public ones, which need a permission, and each agent's private ones.

use super::{
    access::Permission,
    account::Account,
    crud::{Author, Entity},
    entity::settings::CannedMessage,
    rejection::{Rejection, check_not_blank},
};

/// The values of a canned message that a request sets.
#[derive(Debug, Default)]
pub(crate) struct CannedMessageChanges {
    pub(crate) name: Option<String>,
    pub(crate) message: Option<String>,
    /// The id of the category; 0 for none.
    pub(crate) category: Option<u64>,
    pub(crate) is_private: Option<bool>,
    pub(crate) shortcuts: Option<String>,
}

impl Entity for CannedMessage {
    const NAME: &'static str = "canned message";
    type Key = u64;
    type Changes = CannedMessageChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.canned_messages.iter()
    }

    fn create(
        account: &mut Account,
        changes: CannedMessageChanges,
        author: Author,
    ) -> Result<u64, Rejection> {
        let owner = owner(account, changes.is_private, None, author)?;
        check_category(account, changes.category, author)?;
        let name = changes.name.ok_or(Rejection::Required("name"))?;
        let message = changes.message.ok_or(Rejection::Required("message"))?;
        let id = account.new_id();
        account.canned_messages.push(CannedMessage {
            id,
            name,
            message,
            category: changes.category.unwrap_or_default(),
            owner,
            shortcuts: changes.shortcuts.unwrap_or_default(),
        });
        Ok(id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: CannedMessageChanges,
        author: Author,
    ) -> Result<(), Rejection> {
        let present = Self::find(account, id, author.agent)?.owner;
        let owner = owner(account, changes.is_private, present, author)?;
        check_category(account, changes.category, author)?;
        check_not_blank("name", changes.name.as_deref())?;
        check_not_blank("message", changes.message.as_deref())?;
        let known = account
            .canned_messages
            .iter_mut()
            .find(|known| known.id == *id);
        let known = known.ok_or_else(|| Self::not_found(id))?;
        known.owner = owner;
        known.category = changes.category.unwrap_or(known.category);
        for (field, text) in [
            (&mut known.name, changes.name),
            (&mut known.message, changes.message),
            (&mut known.shortcuts, changes.shortcuts),
        ] {
            if let Some(text) = text {
                *field = text;
            }
        }
        Ok(())
    }

    fn remove(account: &mut Account, id: &u64) {
        account.canned_messages.retain(|known| known.id != *id);
    }

    fn is_listed(&self, account: &Account, agent: u64) -> bool {
        is_listed(account, self.owner, agent)
    }

    fn check_access(&self, account: &Account, agent: u64) -> Result<(), Rejection> {
        check_owner(account, self.owner, agent, || Self::not_found(&self.id))
    }
}

/// Returns true if the agent may list what this owner has: itself, or everyone.
pub(crate) fn is_listed(account: &Account, owner: Option<u64>, agent: u64) -> bool {
    match owner {
        Some(owner) => owner == agent,
        None => account.may(agent, Permission::ManagePublicCannedMessages),
    }
}

/// Rejects what is public for an agent without the permission. What another agent owns does not exist.
pub(crate) fn check_owner(
    account: &Account,
    owner: Option<u64>,
    agent: u64,
    not_found: impl FnOnce() -> Rejection,
) -> Result<(), Rejection> {
    match owner {
        _ if is_listed(account, owner, agent) => Ok(()),
        Some(_) => Err(not_found()),
        None => Err(Rejection::Forbidden(Permission::ManagePublicCannedMessages)),
    }
}

/// Returns the owner after a request: the author if it becomes private, everyone if it becomes public.
pub(crate) fn owner(
    account: &Account,
    is_private: Option<bool>,
    present: Option<u64>,
    author: Author,
) -> Result<Option<u64>, Rejection> {
    let owner = match is_private {
        Some(true) => Some(author.agent),
        Some(false) => None,
        None => present,
    };
    check_owner(account, owner, author.agent, || {
        Rejection::NotFound("The canned message does not exist.".to_owned())
    })?;
    Ok(owner)
}

fn check_category(
    account: &Account,
    category: Option<u64>,
    author: Author,
) -> Result<(), Rejection> {
    let Some(id) = category.filter(|id| *id != 0) else {
        return Ok(());
    };
    let is_known = account
        .categories
        .iter()
        .any(|known| known.id == id && is_listed(account, known.owner, author.agent));
    if is_known {
        Ok(())
    } else {
        let expected = format!("the id of a category, and {id} is not one");
        Err(Rejection::invalid("categoryId", expected))
    }
}
