//! Pieces of JSON that several reports share.

use jiff::tz::Offset;
use serde_json::{Number, Value, json};

use crate::{
    clock::local,
    engine::{route::RequestContext, version::Version},
    measure::agents::StatusTimes,
};

/// Writes a time as `yyyy-MM-ddTHH:mm:ss`.
pub(super) fn time(seconds: i64, offset: Offset) -> Value {
    let time = local(seconds, offset).strftime("%Y-%m-%dT%H:%M:%S");
    Value::from(time.to_string())
}

/// Returns a number: an integer if it has no fraction, else with at most four digits of it.
pub(super) fn number(value: f64) -> Value {
    let rounded = (value * 10_000.0).round() / 10_000.0;
    match rounded.to_string().parse::<i64>() {
        Ok(integer) => Value::from(integer),
        Err(_) => Number::from_f64(rounded).map_or(Value::from(0), Value::Number),
    }
}

/// Returns the seconds that an agent was logged in, online and away.
pub(super) fn status_distribution(times: StatusTimes, context: &RequestContext<'_>) -> Value {
    let StatusTimes { online, away } = times;
    [
        ("Logged-in", online + away),
        ("Online", online),
        ("Total Away", away),
    ]
    .into_iter()
    .map(|(status, time)| match context.version {
        Version::V1 => json!({ "status": status, "time": time }),
        // Documented as unused.
        Version::V2 => json!({ "status": status, "time": time, "timeStr": null }),
    })
    .collect()
}

/// Returns the pages on which chats were requested.
pub(super) fn rows_of_pages(pages: Vec<(&str, u64)>) -> Value {
    pages
        .into_iter()
        .map(|(page, chats)| json!({ "requestPage": page, "chats": chats }))
        .collect()
}
