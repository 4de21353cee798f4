//! The routes and the JSON of the reports, which both versions of the API share.

mod json_forms;
mod parameters;
mod realtime;
mod status_log;
mod surveys;
mod table;
mod tables;

use crate::{account::access::Permission, engine::route::Route};

/// Returns all reports, those in real time too.
pub(crate) fn routes() -> Vec<Route> {
    let reports = [
        tables::routes(),
        status_log::routes(),
        surveys::routes(),
        realtime::routes(),
    ];
    reports
        .into_iter()
        .flatten()
        .map(|route| route.permission(Permission::ViewReports))
        .collect()
}
