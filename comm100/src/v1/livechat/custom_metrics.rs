//! Metrics that the account defines.

use crate::model::field::OrDefault;
use crate::model::ids::CustomMetricId;
use crate::model::model;
use crate::{Result, api};

model! {
    /// A metric that the account defines.
    pub struct CustomMetric {
        /// The id.
        id: CustomMetricId,
        /// The name.
        name: String,
        /// Some words about it.
        description: String,
        /// How it is computed.
        expression: String,
        /// Whether it is shown.
        is_enable: bool as OrDefault = "isEnable",
    }
}

/// The account's own metrics.
#[api(path = "livechat/customMetrics", version = 1, crate = crate)]
pub trait CustomMetricsApi {
    /// Lists the account's own metrics.
    #[get(permission = "Manage Dashboard Custom Metrics", edition = "Enterprise")]
    async fn list_custom_metrics(&self) -> Result<Vec<CustomMetric>>;
}
