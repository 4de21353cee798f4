//! Reports of this moment and of today.

use crate::v2::CallBuilder;
crate::reports::realtime_api::real_time_reports_api! { 2 }
