//! Webhooks: events of the account, posted to the URLs that version 2 registered.

pub(crate) mod body;
pub(crate) mod delivery;
pub(crate) mod notification;
mod post;
mod target;
mod text;

/// The path of the registered webhooks, by which the account's records name them.
pub(crate) const REGISTERED: &str = "livechat/webhooks";
