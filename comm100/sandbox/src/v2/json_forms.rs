//! Pieces of JSON and of queries that several resources share.

use std::ops::Range;

use jiff::tz::Offset;
use serde_json::{Map, Value, json};

use crate::{
    account::{forms::Field, record::Record},
    clock::{DAY, local, moment, start_of_day},
    engine::{
        error::ErrorResponse,
        json::complete,
        parameter::{Format, Parameter},
        route::{RequestContext, Route},
    },
};

/// Writes a time as `yyyy-MM-ddTHH:mm:ss`, without a zone: UTC.
pub(super) fn time(seconds: i64) -> Value {
    let time = local(seconds, Offset::UTC).strftime("%Y-%m-%dT%H:%M:%S");
    Value::from(time.to_string())
}

/// Adds the optional `timeFrom`, `timeTo` and `timezone`.
pub(super) fn with_period(route: Route) -> Route {
    route
        .query("timeFrom", Format::DateTime)
        .query("timeTo", Format::DateTime)
        .query("timezone", Format::Offset)
}

/// Returns the period of a request: today by default. `timeTo` is included, as its default shows.
pub(super) fn period(context: &RequestContext<'_>) -> Result<Range<i64>, ErrorResponse> {
    let offset = context.input.timezone();
    let today = start_of_day(context.now, offset);
    let read = |name, default| {
        let time = context.input.time(name);
        time.map_or(default, |time| moment(time, offset))
    };
    let (from, to) = (read("timeFrom", today), read("timeTo", today + DAY - 1));
    if to < from {
        return Err(ErrorResponse::malformed("timeTo", "later than 'timeFrom'"));
    }
    Ok(from..to + 1)
}

/// Returns a list of `{id, name, value}`.
pub(super) fn custom_fields(fields: &[(&Field, String)]) -> Value {
    fields
        .iter()
        .map(|(field, value)| json!({ "id": field.id, "name": field.name, "value": value }))
        .collect()
}

/// Returns a list of `{name, uri}`.
pub(super) fn attachments(files: Vec<(&'static str, String)>) -> Value {
    files
        .into_iter()
        .map(|(name, url)| json!({ "name": name, "uri": url }))
        .collect()
}

/// Returns an object with the id, all members, and these values in place of those of the record.
pub(super) fn object(id: u64, members: &[Parameter], record: &Record, values: Value) -> Value {
    let mut object = Map::from_iter([("id".to_owned(), Value::from(id))]);
    object.extend(complete(members, record));
    if let Value::Object(values) = values {
        object.extend(values);
    }
    Value::Object(object)
}

/// Returns the members of the body except these, which have their own fields in the account.
pub(super) fn others(context: &RequestContext<'_>, known: &[&str]) -> Record {
    let fields = context.input.fields().iter();
    fields
        .filter(|(name, _)| !known.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
