//! Metrics that the account defines.

use crate::model::Model;
use crate::model::ids::CustomMetricId;
use crate::{Result, api};

/// A metric that the account defines.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CustomMetric {
    /// The id.
    #[model(required)]
    pub id: CustomMetricId,
    /// The name.
    pub name: String,
    /// The description.
    pub description: String,
    /// The expression that computes it.
    pub expression: String,
    /// True if it is shown.
    pub is_enable: bool,
}

/// The account's own metrics.
#[api(path = "livechat/customMetrics", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait CustomMetricsApi {
    /// Lists the account's own metrics.
    #[get(permission = "Manage Dashboard Custom Metrics", edition = "Enterprise")]
    async fn list_custom_metrics(&self) -> Result<Vec<CustomMetric>>;
}
