//! The account: its data, and the rules by which requests may change it. It knows no JSON and no API version.

pub(crate) mod access;
#[allow(
    clippy::module_inception,
    reason = "the account is the module's main type"
)]
pub(crate) mod account;
pub(crate) mod agents;
pub(crate) mod campaigns;
pub(crate) mod canned_messages;
pub(crate) mod categories;
pub(crate) mod chats;
pub(crate) mod conversions;
pub(crate) mod crud;
pub(crate) mod daily_limit;
pub(crate) mod departments;
pub(crate) mod entity;
pub(crate) mod forms;
pub(crate) mod groups;
pub(crate) mod offline_messages;
pub(crate) mod record;
pub(crate) mod rejection;
pub(crate) mod schedule;
pub(crate) mod seed;
pub(crate) mod segments;
pub(crate) mod tokens;
pub(crate) mod topics;
pub(crate) mod visitors;
