//! Canned messages and their categories.

use super::Model;
use super::ids::{CannedMessageCategoryId, CannedMessageId};

/// An answer that agents have ready.
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
    /// Whether it is the agent's own.
    pub is_private: bool,
    /// What an agent types for it, while the feature is on.
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
    /// Whether it is the agent's own.
    pub is_private: bool,
}
