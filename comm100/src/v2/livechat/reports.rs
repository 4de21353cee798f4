//! Reports of a period. Each has its own groups and filters: what a report does not have does not
//! compile.

crate::reports::api::reports_api! { 2 }
