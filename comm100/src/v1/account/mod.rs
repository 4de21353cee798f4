//! Who works with the account: agents and departments.

pub mod agents;
pub mod departments;
