//! Categories of canned messages: a tree without cycles, public or private as the messages are.

use super::{
    account::Account,
    canned_messages::{CannedMessageChanges, check_owner, is_listed, owner},
    crud::{Author, Entity},
    entity::settings::{CannedMessage, Category},
    rejection::{Rejection, check_not_blank},
};

/// The values of a category that a request sets.
#[derive(Debug, Default)]
pub(crate) struct CategoryChanges {
    pub(crate) name: Option<String>,
    /// The id of the parent; 0 for the top level.
    pub(crate) parent: Option<u64>,
    pub(crate) is_private: Option<bool>,
}

impl Entity for Category {
    const NAME: &'static str = "category";
    type Key = u64;
    type Changes = CategoryChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.categories.iter()
    }

    fn create(
        account: &mut Account,
        changes: CategoryChanges,
        author: Author,
    ) -> Result<u64, Rejection> {
        let owner = owner(account, changes.is_private, None, author)?;
        check_parent(account, changes.parent, None, author)?;
        let name = changes.name.ok_or(Rejection::Required("name"))?;
        let id = account.new_id();
        account.categories.push(Category {
            id,
            name,
            parent: changes.parent.unwrap_or_default(),
            owner,
        });
        Ok(id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: CategoryChanges,
        author: Author,
    ) -> Result<(), Rejection> {
        let present = Self::find(account, id, author.agent)?.owner;
        let owner = owner(account, changes.is_private, present, author)?;
        check_parent(account, changes.parent, Some(*id), author)?;
        check_not_blank("name", changes.name.as_deref())?;
        let known = account.categories.iter_mut().find(|known| known.id == *id);
        let known = known.ok_or_else(|| Self::not_found(id))?;
        known.owner = owner;
        known.parent = changes.parent.unwrap_or(known.parent);
        if let Some(name) = changes.name {
            known.name = name;
        }
        Ok(())
    }

    /// Moves its messages and its children to the top level, so that nothing is lost.
    fn remove(account: &mut Account, id: &u64) {
        account.categories.retain(|known| known.id != *id);
        for message in &mut account.canned_messages {
            if message.category == *id {
                message.category = 0;
            }
        }
        for category in &mut account.categories {
            if category.parent == *id {
                category.parent = 0;
            }
        }
    }

    fn is_listed(&self, account: &Account, agent: u64) -> bool {
        is_listed(account, self.owner, agent)
    }

    fn check_access(&self, account: &Account, agent: u64) -> Result<(), Rejection> {
        check_owner(account, self.owner, agent, || Self::not_found(&self.id))
    }
}

/// Returns the messages of a category that the agent may list.
pub(crate) fn messages(
    account: &Account,
    category: u64,
    agent: u64,
) -> impl Iterator<Item = &CannedMessage> {
    CannedMessage::list(account, agent).filter(move |message| message.category == category)
}

/// Adds a message to a category. It is private if the category is.
pub(crate) fn add_message(
    account: &mut Account,
    category: u64,
    changes: CannedMessageChanges,
    author: Author,
) -> Result<u64, Rejection> {
    let owner = Category::find(account, &category, author.agent)?.owner;
    let changes = CannedMessageChanges {
        category: Some(category),
        is_private: Some(owner.is_some()),
        ..changes
    };
    CannedMessage::create(account, changes, author)
}

/// Rejects a parent that does not exist, and one that is below the category itself.
fn check_parent(
    account: &Account,
    parent: Option<u64>,
    own: Option<u64>,
    author: Author,
) -> Result<(), Rejection> {
    let Some(parent) = parent else {
        return Ok(());
    };
    let mut ancestor = parent;
    // No chain of parents is longer than there are categories.
    for _ in 0..=account.categories.len() {
        if ancestor == 0 {
            return Ok(());
        }
        if Some(ancestor) == own {
            let expected = "the id of a category that is not below this one";
            return Err(Rejection::invalid("parentId", expected));
        }
        let known = account.categories.iter().find(|category| {
            category.id == ancestor && is_listed(account, category.owner, author.agent)
        });
        match known {
            Some(category) => ancestor = category.parent,
            None => break,
        }
    }
    let expected = format!("the id of a category, and {parent} is not one");
    Err(Rejection::invalid("parentId", expected))
}
