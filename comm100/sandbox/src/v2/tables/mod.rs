//! The members of JSON bodies, as the documentation of version 2 lists them.

pub(super) mod account;
pub(super) mod campaigns;
mod fields;
pub(super) mod forms;
pub(super) mod invitations;
pub(super) mod livechat;
pub(super) mod partner;
pub(super) mod routing;
