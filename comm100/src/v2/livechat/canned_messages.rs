//! Canned messages.

use crate::model::canned::CannedMessage;
use crate::model::ids::CannedMessageId;
use crate::{Result, api};

/// The account's canned messages.
#[api(
    path = "livechat/cannedMessages",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CannedMessagesApi {
    /// Lists the canned messages.
    #[get(permission = "Manage Public Canned Messages")]
    async fn list_canned_messages(&self) -> Result<Vec<CannedMessage>>;

    /// Returns a canned message.
    #[get("{id}", permission = "Manage Public Canned Messages")]
    async fn get_canned_message(&self, id: CannedMessageId) -> Result<CannedMessage>;

    /// Removes a canned message.
    #[delete("{id}", permission = "Manage Public Canned Messages")]
    async fn remove_canned_message(&self, id: CannedMessageId) -> Result<()>;
}
