//! The people of the account: agents and departments.

pub mod agents;
pub mod departments;
