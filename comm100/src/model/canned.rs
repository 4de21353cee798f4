//! Canned messages and their categories.

use super::Model;
use super::ids::{CannedMessageCategoryId, CannedMessageId};

/// A canned message.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CannedMessage {
    /// The id.
    #[model(required)]
    pub id: CannedMessageId,
    /// The name.
    pub name: String,
    /// The text.
    pub message: String,
    /// The category, or [`NONE`](CannedMessageCategoryId::NONE).
    pub category_id: CannedMessageCategoryId,
    /// True if it is private to the agent.
    pub is_private: bool,
    /// The shortcut that agents type for it, while the feature is on.
    pub shortcuts: Option<String>,
}

/// A category of canned messages.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CannedMessageCategory {
    /// The id.
    #[model(required)]
    pub id: CannedMessageCategoryId,
    /// The name.
    pub name: String,
    /// The category that it is in, or [`NONE`](CannedMessageCategoryId::NONE) at the top level.
    pub parent_id: CannedMessageCategoryId,
    /// True if it is private to the agent.
    pub is_private: bool,
}
