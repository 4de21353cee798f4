//! The guide: one page a topic.

#[doc = include_str!("../docs/declaring.md")]
pub mod declaring {}
