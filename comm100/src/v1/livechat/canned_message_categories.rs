//! Categories of canned messages.

use crate::model::canned::{CannedMessage, CannedMessageCategory};
use crate::model::ids::CannedMessageCategoryId;
use crate::{Result, api};

/// The account's categories of canned messages.
#[api(path = "livechat/cannedMessageCategories", version = 1, rename_all = "camelCase", call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait CannedMessageCategoriesApi {
    /// Lists the categories; without the permission, the agent's own private ones.
    #[get(permission = "Manage Public Canned Messages")]
    async fn list_canned_message_categories(&self) -> Result<Vec<CannedMessageCategory>>;

    /// Returns a category.
    #[get("{id}", permission = "Manage Public Canned Messages")]
    async fn get_canned_message_category(
        &self,
        id: CannedMessageCategoryId,
    ) -> Result<CannedMessageCategory>;

    /// Creates a category.
    #[post(permission = "Manage Public Canned Messages")]
    async fn create_canned_message_category(
        &self,
        #[form] name: &str,
        /// The parent category. Defaults to the top level.
        #[form]
        parent_id: Option<CannedMessageCategoryId>,
        /// Makes it private to the agent. Defaults to `false`.
        #[form]
        is_private: Option<bool>,
    ) -> Result<CannedMessageCategory>;

    /// Updates a category. Only fields that are set change.
    #[put("{id}", permission = "Manage Public Canned Messages")]
    async fn update_canned_message_category(
        &self,
        id: CannedMessageCategoryId,
        /// The name.
        #[form]
        name: Option<&str>,
        /// The category that it is in; [`NONE`](CannedMessageCategoryId::NONE) puts it at the top.
        #[form]
        parent_id: Option<CannedMessageCategoryId>,
        /// True if it is private to the agent.
        #[form]
        is_private: Option<bool>,
    ) -> Result<CannedMessageCategory>;

    /// Removes a category.
    #[delete("{id}", permission = "Manage Public Canned Messages")]
    async fn remove_canned_message_category(&self, id: CannedMessageCategoryId) -> Result<()>;

    /// Lists the canned messages of a category.
    #[get("{id}/cannedMessages", permission = "Manage Public Canned Messages")]
    async fn list_canned_messages_in_category(
        &self,
        id: CannedMessageCategoryId,
    ) -> Result<Vec<CannedMessage>>;

    /// Creates a canned message in a category; it is private if the category is.
    #[post("{id}/cannedMessages", permission = "Manage Public Canned Messages")]
    async fn create_canned_message_in_category(
        &self,
        id: CannedMessageCategoryId,
        #[form] name: &str,
        #[form] message: &str,
        /// The shortcut that agents type for it.
        #[form]
        shortcuts: Option<&str>,
    ) -> Result<CannedMessage>;
}
