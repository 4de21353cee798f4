//! The categories of canned messages.

use crate::model::canned::CannedMessageCategory;
use crate::model::ids::CannedMessageCategoryId;
use crate::{Result, api};

/// The account's canned message categories.
#[api(
    path = "livechat/cannedMessageCategories",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CannedMessageCategoriesApi {
    /// Lists the canned message categories.
    #[get(permission = "Manage Public Canned Messages")]
    async fn list_canned_message_categories(&self) -> Result<Vec<CannedMessageCategory>>;

    /// Returns a canned message category.
    #[get("{id}", permission = "Manage Public Canned Messages")]
    async fn get_canned_message_category(
        &self,
        id: CannedMessageCategoryId,
    ) -> Result<CannedMessageCategory>;

    /// Creates a canned message category.
    #[post(permission = "Manage Public Canned Messages")]
    async fn create_canned_message_category(
        &self,
        #[field] is_private: bool,
        #[field] name: &str,
        #[field] parent_id: CannedMessageCategoryId,
    ) -> Result<CannedMessageCategory>;

    /// Changes a canned message category; what is not set keeps its value.
    #[put("{id}", permission = "Manage Public Canned Messages")]
    async fn update_canned_message_category(
        &self,
        id: CannedMessageCategoryId,
        /// True if it is private to the agent.
        #[field]
        is_private: Option<bool>,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The category that it is in.
        #[field]
        parent_id: Option<CannedMessageCategoryId>,
    ) -> Result<CannedMessageCategory>;

    /// Removes a canned message category.
    #[delete("{id}", permission = "Manage Public Canned Messages")]
    async fn remove_canned_message_category(&self, id: CannedMessageCategoryId) -> Result<()>;
}
