//! The account: agents, groups, sign-in restrictions and logs.

pub mod agents;
pub mod audit_logs;
pub(crate) mod errors;
pub mod groups;
pub mod ip_ranges;
pub mod ip_restriction;
pub(crate) mod permissions;
pub mod site_profile;
