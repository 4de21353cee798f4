//! The canned messages of the account.

use crate::model::canned::CannedMessage;
use crate::model::ids::{CannedMessageCategoryId, CannedMessageId};
use crate::{Result, api};

/// The account's canned messages.
#[api(
    path = "livechat/cannedMessages",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CannedMessagesApi {
    /// Lists the canned messages.
    #[get(permission = "Manage Public Canned Messages")]
    async fn list_canned_messages(&self) -> Result<Vec<CannedMessage>>;

    /// Returns a canned message.
    #[get("{id}", permission = "Manage Public Canned Messages")]
    async fn get_canned_message(&self, id: CannedMessageId) -> Result<CannedMessage>;

    /// Creates a canned message.
    #[post(permission = "Manage Public Canned Messages")]
    async fn create_canned_message(
        &self,
        #[field] name: &str,
        #[field] message: &str,
        /// True if it is private to the agent.
        #[field]
        is_private: Option<bool>,
        /// The category.
        #[field]
        category_id: Option<CannedMessageCategoryId>,
        /// The shortcut that agents type for it.
        #[field]
        short_cuts: Option<&str>,
    ) -> Result<CannedMessage>;

    /// Changes a canned message; what is not set keeps its value.
    #[put("{id}", permission = "Manage Public Canned Messages")]
    async fn update_canned_message(
        &self,
        id: CannedMessageId,
        /// True if it is private to the agent.
        #[field]
        is_private: Option<bool>,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The text.
        #[field]
        message: Option<&str>,
        /// The category.
        #[field]
        category_id: Option<CannedMessageCategoryId>,
        /// The shortcut that agents type for it.
        #[field]
        short_cuts: Option<&str>,
    ) -> Result<CannedMessage>;

    /// Removes a canned message.
    #[delete("{id}", permission = "Manage Public Canned Messages")]
    async fn remove_canned_message(&self, id: CannedMessageId) -> Result<()>;
}
