//! Wrap-ups of chats.

use super::CustomField;
use crate::model::{Model, WireTime};

/// The wrap-up of a chat, as the agent filled it in.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct WrapUp {
    /// The category.
    pub category: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// The values of the account's custom fields.
    pub fields: Vec<CustomField>,
    /// The time at which it was filled in.
    pub time: WireTime,
}
