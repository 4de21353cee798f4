//! The guide: one page a topic.

#[doc = include_str!("../docs/declaring.md")]
pub mod declaring {}

#[doc = include_str!("../docs/faults.md")]
pub mod faults {}
