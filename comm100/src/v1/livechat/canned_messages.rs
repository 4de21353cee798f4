//! Canned messages.

use crate::model::canned::CannedMessage;
use crate::model::ids::{CannedMessageCategoryId, CannedMessageId};
use crate::{Result, api};

/// The account's canned messages.
#[api(path = "livechat/cannedMessages", version = 1, rename_all = "camelCase", call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait CannedMessagesApi {
    /// Lists the canned messages; without the permission, the agent's own private ones.
    #[get(permission = "Manage Public Canned Messages")]
    async fn list_canned_messages(&self) -> Result<Vec<CannedMessage>>;

    /// Returns a canned message.
    #[get("{id}", permission = "Manage Public Canned Messages")]
    async fn get_canned_message(&self, id: CannedMessageId) -> Result<CannedMessage>;

    /// Creates a canned message.
    #[post(permission = "Manage Public Canned Messages")]
    async fn create_canned_message(
        &self,
        #[form] name: &str,
        #[form] message: &str,
        /// The category. Defaults to none.
        #[form]
        category_id: Option<CannedMessageCategoryId>,
        /// Makes it private to the agent. Defaults to `false`.
        #[form]
        is_private: Option<bool>,
        /// The shortcut that agents type for it.
        #[form]
        shortcuts: Option<&str>,
    ) -> Result<CannedMessage>;

    /// Updates a canned message. Only fields that are set change.
    #[put("{id}", permission = "Manage Public Canned Messages")]
    async fn update_canned_message(
        &self,
        id: CannedMessageId,
        /// The name.
        #[form]
        name: Option<&str>,
        /// The text.
        #[form]
        message: Option<&str>,
        /// The category; [`NONE`](CannedMessageCategoryId::NONE) removes it from its category.
        #[form]
        category_id: Option<CannedMessageCategoryId>,
        /// True if it is private to the agent.
        #[form]
        is_private: Option<bool>,
        /// The shortcut that agents type for it.
        #[form]
        shortcuts: Option<&str>,
    ) -> Result<CannedMessage>;

    /// Removes a canned message.
    #[delete("{id}", permission = "Manage Public Canned Messages")]
    async fn remove_canned_message(&self, id: CannedMessageId) -> Result<()>;
}
