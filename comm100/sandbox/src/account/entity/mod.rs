//! The plain data of the account.

pub(crate) mod agent;
pub(crate) mod chat;
pub(crate) mod settings;
pub(crate) mod visitor;
