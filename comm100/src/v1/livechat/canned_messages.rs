//! Canned messages: answers that agents have ready.

use crate::model::canned::CannedMessage;
use crate::model::ids::{CannedMessageCategoryId, CannedMessageId};
use crate::{Result, api};

/// The account's canned messages.
#[api(path = "livechat/cannedMessages", version = 1, rename_all = "camelCase", crate = crate)]
pub trait CannedMessagesApi {
    /// Lists the canned messages; without the permission, the agent's own private ones.
    #[get(permission = "Manage Public Canned Messages")]
    async fn list_canned_messages(&self) -> Result<Vec<CannedMessage>>;

    /// One canned message.
    #[get("{id}", permission = "Manage Public Canned Messages")]
    async fn get_canned_message(&self, id: CannedMessageId) -> Result<CannedMessage>;

    /// Creates a canned message.
    #[post(permission = "Manage Public Canned Messages")]
    async fn create_canned_message(
        &self,
        #[form] name: &str,
        #[form] message: &str,
        /// The category; none unless told otherwise.
        #[form]
        category_id: Option<CannedMessageCategoryId>,
        /// Whether it is the agent's own; `false` unless told otherwise.
        #[form]
        is_private: Option<bool>,
        /// What an agent types for it.
        #[form]
        shortcuts: Option<&str>,
    ) -> Result<CannedMessage>;

    /// Changes a canned message: only what is given.
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
        /// The category; [`NONE`](CannedMessageCategoryId::NONE) takes it out of its own.
        #[form]
        category_id: Option<CannedMessageCategoryId>,
        /// Whether it is the agent's own.
        #[form]
        is_private: Option<bool>,
        /// What an agent types for it.
        #[form]
        shortcuts: Option<&str>,
    ) -> Result<CannedMessage>;

    /// Removes a canned message.
    #[delete("{id}", permission = "Manage Public Canned Messages")]
    async fn remove_canned_message(&self, id: CannedMessageId) -> Result<()>;
}
