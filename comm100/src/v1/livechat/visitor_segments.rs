//! Segments of visitors.

use crate::model::field::OrDefault;
use crate::model::ids::VisitorSegmentId;
use crate::model::model;
use crate::{Result, api};

model! {
    /// Visitors that meet some conditions.
    pub struct VisitorSegment {
        /// The id.
        id: VisitorSegmentId,
        /// The name.
        name: String,
        /// The colour that agents see: `#rrggbb`.
        color: String,
        /// Whether it is used.
        is_enable: bool as OrDefault = "isEnable",
    }
}

/// The account's visitor segments.
#[api(path = "livechat/visitorSegments", version = 1, crate = crate)]
pub trait VisitorSegmentsApi {
    /// Lists the visitor segments.
    #[get(permission = "Manage Settings")]
    async fn list_visitor_segments(&self) -> Result<Vec<VisitorSegment>>;
}
