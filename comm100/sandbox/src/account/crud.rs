//! Operations that all entities of the account share: list, find, create, update, remove.

use std::fmt;

use super::{account::Account, rejection::Rejection};

/// The agent that a request acts for, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Author {
    /// The agent's id.
    pub(crate) agent: u64,
    /// The time, in seconds since 1970-01-01T00:00Z.
    pub(crate) now: i64,
}

/// A kind of entity, such as agents or campaigns.
pub(crate) trait Entity: Sized + 'static {
    /// The noun in messages.
    const NAME: &'static str;

    /// The identifier, an id or an email.
    type Key: Clone + PartialEq + fmt::Display;

    /// The values that a request sets: `None` for those that it leaves.
    type Changes;

    fn key(&self) -> Self::Key;

    /// Returns all of them, for any caller.
    fn all(account: &Account) -> impl Iterator<Item = &Self>;

    fn create(
        account: &mut Account,
        changes: Self::Changes,
        author: Author,
    ) -> Result<Self::Key, Rejection>;

    /// Updates one that exists.
    fn update(
        account: &mut Account,
        key: &Self::Key,
        changes: Self::Changes,
        author: Author,
    ) -> Result<(), Rejection>;

    /// Removes one that exists, and the references to it.
    fn remove(account: &mut Account, key: &Self::Key);

    /// Returns true if the agent's lists contain this one.
    fn is_listed(&self, _account: &Account, _agent: u64) -> bool {
        true
    }

    /// Rejects an agent that may not read or change this one.
    fn check_access(&self, _account: &Account, _agent: u64) -> Result<(), Rejection> {
        Ok(())
    }

    fn not_found(key: &Self::Key) -> Rejection {
        Rejection::NotFound(format!("The {} {key} does not exist.", Self::NAME))
    }

    /// Returns those that the agent may list.
    fn list(account: &Account, agent: u64) -> impl Iterator<Item = &Self> {
        Self::all(account).filter(move |known| known.is_listed(account, agent))
    }

    /// Returns the one with this key, if the agent may access it.
    fn find<'a>(account: &'a Account, key: &Self::Key, agent: u64) -> Result<&'a Self, Rejection> {
        let found = Self::all(account)
            .find(|known| known.key() == *key)
            .ok_or_else(|| Self::not_found(key))?;
        found.check_access(account, agent)?;
        Ok(found)
    }
}
