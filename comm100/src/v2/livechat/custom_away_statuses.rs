//! The custom away statuses of agents.

use crate::model::Model;
use crate::v2::ids::CustomAwayStatusId;
use crate::{Result, api};

/// A custom away status.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CustomAwayStatus {
    /// The id.
    #[model(required)]
    pub id: CustomAwayStatusId,
    /// The name.
    pub name: String,
    /// True if agents can choose it.
    pub is_visible: bool,
}

/// The account's custom away statuses.
#[api(
    path = "livechat/customAwayStatus",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CustomAwayStatusesApi {
    /// Lists the custom away statuses.
    #[get(permission = "Manage Settings")]
    async fn list_custom_away_statuses(&self) -> Result<Vec<CustomAwayStatus>>;

    /// Returns a custom away status.
    #[get("{id}", permission = "Manage Settings")]
    async fn get_custom_away_status(&self, id: CustomAwayStatusId) -> Result<CustomAwayStatus>;

    /// Creates a custom away status.
    #[post(permission = "Manage Settings")]
    async fn create_custom_away_status(
        &self,
        #[field] name: &str,
        /// True if agents can choose it.
        #[field]
        is_visible: Option<bool>,
    ) -> Result<CustomAwayStatus>;

    /// Changes a custom away status; what is not set keeps its value.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_custom_away_status(
        &self,
        id: CustomAwayStatusId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// True if agents can choose it.
        #[field]
        is_visible: Option<bool>,
    ) -> Result<CustomAwayStatus>;

    /// Removes a custom away status.
    #[delete("{id}", permission = "Manage Settings")]
    async fn remove_custom_away_status(&self, id: CustomAwayStatusId) -> Result<()>;
}
