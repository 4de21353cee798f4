//! Conversions, the marked ones too.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::Quirk,
    reports::{
        all_rows, enterprise,
        metric::{Metric, float},
        report,
        scope::Scope,
    },
};

pub(super) fn routes() -> Vec<Route> {
    let filters = &["department", "agent", "conversion"];
    let groups = &[
        "hour",
        "day",
        "week",
        "month",
        "department",
        "agent",
        "conversionAction",
    ];
    vec![enterprise(
        report("livechat/reports/conversions", filters, rows)
            .required_query("group", Kind::OneOf(groups)),
    )]
}

/// No key is documented for these rows: a quirk leaves all of them out.
fn rows(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    match all_rows(exchange, conversions)? {
        Value::Array(mut rows) if exchange.quirks.has(Quirk::ConversionRowsWithoutKey) => {
            for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                row.retain(|name, _| name != "time" && !name.ends_with("Id"));
            }
            Ok(Value::Array(rows))
        }
        other => Ok(other),
    }
}

fn conversions(scope: &Scope<'_>) -> Vec<Metric> {
    let chatted: BTreeSet<usize> = scope.chats().map(|chat| chat.visitor).collect();
    let converted: BTreeSet<usize> = scope
        .converted()
        .map(|converted| converted.visitor)
        .collect();
    vec![
        Metric::new("conversions", scope.count(scope.converted())),
        Metric::new("chats", scope.count(scope.chats())),
        Metric::new("chattedVisitors", float(chatted.len())),
        Metric::new("convertedVisitors", float(converted.len())),
        Metric::new(
            "convertedChattedVisitors",
            float(converted.intersection(&chatted).count()),
        ),
        Metric::new(
            "value",
            scope.converted().map(|converted| converted.value).sum(),
        ),
    ]
}
