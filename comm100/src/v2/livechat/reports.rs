//! Reports of a period. Each has its own groups and filters: what a report does not have does not
//! compile.

use crate::v2::CallBuilder;
crate::reports::api::reports_api! { 2 }
