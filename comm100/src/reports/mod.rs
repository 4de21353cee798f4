//! The types of the reports, which both versions of the API share.
//!
//! Each version has its own trait of reports: [`v1::ReportsApi`](crate::v1::ReportsApi).

pub(crate) mod api;
mod metrics;
mod models;
mod options;
mod period;
mod realtime;
pub(crate) mod realtime_api;
mod route_to;
mod row;
mod row_key;
mod slots;
mod time_span;

pub use metrics::*;
pub use models::*;
pub use options::*;
pub use period::ReportPeriod;
pub use realtime::*;
pub use route_to::{RouteKind, RouteTo};
pub use row::ReportRow;
pub use row_key::RowKey;
pub use slots::Metrics;
pub use time_span::{Moment, TimeOfDay, TimeSpan};
