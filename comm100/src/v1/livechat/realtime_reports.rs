//! Reports of this moment and of today.

use crate::v1::CallBuilder;
crate::reports::realtime_api::real_time_reports_api! { 1 }
