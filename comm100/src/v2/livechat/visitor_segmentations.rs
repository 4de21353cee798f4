//! Visitor segmentations.

use crate::model::Model;
use crate::model::ids::VisitorSegmentId;
use crate::v2::campaign::conditions::Conditions;
use crate::v2::livechat::notification::Notification;
use crate::v2::livechat::notification::NotificationSetting;
use crate::v2::livechat::notification::SegmentationNotification;
use crate::{Result, api};

/// A visitor segmentation.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VisitorSegmentation {
    /// The id.
    #[model(required)]
    pub id: VisitorSegmentId,
    /// The name.
    pub name: String,
    /// The color: `#rrggbb`.
    pub color: String,
    /// True if it is enabled.
    pub is_enable: bool,
    /// The priority.
    pub priority: i64,
    /// The description.
    pub description: String,
    /// The conditions.
    pub conditions: Conditions,
    /// Who is notified; `None` if nobody is.
    #[model(with = Notification)]
    pub notification: Option<SegmentationNotification>,
}

/// The account's visitor segmentations.
#[api(
    path = "livechat/visitorSegmentations",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait VisitorSegmentationsApi {
    /// Lists the visitor segmentations.
    #[get(permission = "Manage Settings")]
    async fn list_visitor_segmentations(&self) -> Result<Vec<VisitorSegmentation>>;

    /// Returns a visitor segmentation.
    #[get("{id}", permission = "Manage Settings")]
    async fn get_visitor_segmentation(&self, id: VisitorSegmentId) -> Result<VisitorSegmentation>;

    /// Creates a visitor segmentation.
    #[post(permission = "Manage Settings")]
    async fn create_visitor_segmentation(
        &self,
        #[field] name: &str,
        /// The color: `#rrggbb`.
        #[field]
        color: Option<&str>,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The priority.
        #[field]
        priority: Option<i64>,
        /// The description.
        #[field]
        description: Option<&str>,
        /// The conditions.
        #[field]
        conditions: Option<&Conditions>,
        /// Who is notified; `None` if nobody is.
        #[field]
        notification: Option<&NotificationSetting>,
    ) -> Result<VisitorSegmentation>;

    /// Changes a visitor segmentation; what is not set keeps its value.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_visitor_segmentation(
        &self,
        id: VisitorSegmentId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The color: `#rrggbb`.
        #[field]
        color: Option<&str>,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The priority.
        #[field]
        priority: Option<i64>,
        /// The description.
        #[field]
        description: Option<&str>,
        /// The conditions.
        #[field]
        conditions: Option<&Conditions>,
        /// Who is notified; `None` if nobody is.
        #[field]
        notification: Option<&NotificationSetting>,
    ) -> Result<VisitorSegmentation>;

    /// Removes a visitor segmentation.
    #[delete("{id}", permission = "Manage Settings")]
    async fn remove_visitor_segmentation(&self, id: VisitorSegmentId) -> Result<()>;
}
