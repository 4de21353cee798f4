//! The reports, computed from the same visits, chats and messages that the lists show.

mod agents;
mod buckets;
mod conversions;
mod invitations;
mod metric;
mod period;
mod queue;
mod realtime;
mod scope;
mod surveys;
mod today;
mod volume;

use serde_json::{Map, Value};

use crate::{
    account::access::{Edition, Permission},
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    reports::{buckets::Bucket, metric::Metric, period::Query, scope::Scope},
};

/// Computes the metrics of one row.
type Measure = fn(&Scope<'_>) -> Vec<Metric>;

/// All reports, those in real time too.
pub(crate) fn routes() -> Vec<Route> {
    let reports = [
        volume::routes(),
        queue::routes(),
        agents::routes(),
        surveys::routes(),
        conversions::routes(),
        invitations::routes(),
        realtime::routes(),
        today::routes(),
    ];
    let permission = Permission::ViewReports;
    reports
        .into_iter()
        .flatten()
        .map(|route| route.permission(permission))
        .collect()
}

/// What all reports but those in real time take.
fn report(
    path: &'static str,
    filters: &'static [&'static str],
    handler: impl Fn(&mut Exchange<'_>) -> Result<Value, Refusal> + Send + Sync + 'static,
) -> Route {
    let route = Route::get(path, handler)
        .required_query("timeFrom", Kind::DateTime)
        .required_query("timeTo", Kind::DateTime)
        .query("timezone", Kind::Offset);
    match filters {
        [] => route,
        _ => route
            .query("filterName", Kind::OneOf(filters))
            .query("filterValue", Kind::Integer),
    }
}

/// A report of rows, one for each span of time or each thing of the group.
fn rows(
    path: &'static str,
    filters: &'static [&'static str],
    groups: &'static [&'static str],
    measure: Measure,
) -> Route {
    report(path, filters, move |exchange| all_rows(exchange, measure))
        .required_query("group", Kind::OneOf(groups))
}

fn all_rows(exchange: &mut Exchange<'_>, measure: Measure) -> Result<Value, Refusal> {
    let query = Query::of(exchange)?;
    let rows: Value = buckets::of(exchange.state, &query)
        .into_iter()
        .map(|bucket| row(exchange, &query, bucket, measure))
        .collect();
    Ok(rows)
}

fn row(exchange: &Exchange<'_>, query: &Query, bucket: Bucket, measure: Measure) -> Value {
    let mut row: Map<String, Value> = bucket.key;
    let scope = Scope {
        state: exchange.state,
        filters: query.filter.into_iter().chain(bucket.filter).collect(),
        windows: bucket.windows,
        group: query.group,
        now: exchange.now,
    };
    for metric in measure(&scope) {
        let (name, value) = metric.shown(query.is_distribution(), exchange.quirks);
        row.insert(name, value);
    }
    Value::Object(row)
}

/// A report that only the Enterprise edition has.
fn enterprise(route: Route) -> Route {
    route.edition(Edition::Enterprise)
}
