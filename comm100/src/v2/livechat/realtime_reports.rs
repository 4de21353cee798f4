//! Reports of this moment and of today.

crate::reports::realtime_api::real_time_reports_api! { 2 }
