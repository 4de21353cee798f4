//! Segments of visitors.

use crate::model::Model;
use crate::model::ids::VisitorSegmentId;
use crate::{Result, api};

/// Visitors that meet some conditions.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VisitorSegment {
    /// The id.
    #[model(required)]
    pub id: VisitorSegmentId,
    /// The name.
    pub name: String,
    /// The colour that agents see: `#rrggbb`.
    pub color: String,
    /// True if it is enabled.
    pub is_enable: bool,
}

/// The account's visitor segments.
#[api(path = "livechat/visitorSegments", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait VisitorSegmentsApi {
    /// Lists the visitor segments.
    #[get(permission = "Manage Settings")]
    async fn list_visitor_segments(&self) -> Result<Vec<VisitorSegment>>;
}
