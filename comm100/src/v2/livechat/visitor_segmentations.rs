//! The visitor segments, which the service calls segmentations in paths.

use crate::model::Model;
use crate::model::ids::VisitorSegmentId;
use crate::v2::campaign::conditions::Conditions;
use crate::v2::livechat::notification::{
    Notification, NotificationSetting, SegmentationNotification,
};
use crate::{Result, api};

/// A segment of visitors.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VisitorSegmentation {
    /// The id.
    #[model(required)]
    pub id: VisitorSegmentId,
    /// The name.
    pub name: String,
    /// The color: `rrggbb`.
    pub color: String,
    /// True if visitors are assigned to the segment.
    pub is_enable: bool,
    /// The priority.
    pub priority: i64,
    /// The description; empty if unset.
    pub description: String,
    /// The conditions that a visitor must meet.
    pub conditions: Conditions,
    /// The agents and departments to notify; `None` if there are none.
    #[model(with = Notification)]
    pub notification: Option<SegmentationNotification>,
}

/// The account's visitor segments, which the service calls segmentations in paths.
#[api(
    path = "livechat/visitorSegmentations",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait VisitorSegmentationsApi {
    /// Lists the visitor segments.
    #[get(permission = "Manage Settings")]
    async fn list_visitor_segmentations(&self) -> Result<Vec<VisitorSegmentation>>;

    /// Returns a visitor segment.
    #[get("{id}", permission = "Manage Settings")]
    async fn get_visitor_segmentation(&self, id: VisitorSegmentId) -> Result<VisitorSegmentation>;

    /// Creates a visitor segment.
    #[post(permission = "Manage Settings")]
    async fn create_visitor_segmentation(
        &self,
        #[field] name: &str,
        /// The color: `rrggbb`.
        #[field]
        color: Option<&str>,
        /// True if visitors are assigned to the segment.
        #[field]
        is_enable: Option<bool>,
        /// The priority.
        #[field]
        priority: Option<i64>,
        /// The description; empty if unset.
        #[field]
        description: Option<&str>,
        /// The conditions that a visitor must meet.
        #[field]
        conditions: Option<&Conditions>,
        /// The agents and departments to notify.
        #[field]
        notification: Option<&NotificationSetting>,
    ) -> Result<VisitorSegmentation>;

    /// Changes a visitor segment; what is not set keeps its value.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_visitor_segmentation(
        &self,
        id: VisitorSegmentId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The color: `rrggbb`.
        #[field]
        color: Option<&str>,
        /// True if visitors are assigned to the segment.
        #[field]
        is_enable: Option<bool>,
        /// The priority.
        #[field]
        priority: Option<i64>,
        /// The description; empty if unset.
        #[field]
        description: Option<&str>,
        /// The conditions that a visitor must meet.
        #[field]
        conditions: Option<&Conditions>,
        /// The agents and departments to notify.
        #[field]
        notification: Option<&NotificationSetting>,
    ) -> Result<VisitorSegmentation>;

    /// Removes a visitor segment.
    #[delete("{id}", permission = "Manage Settings")]
    async fn remove_visitor_segmentation(&self, id: VisitorSegmentId) -> Result<()>;
}
