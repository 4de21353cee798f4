//! Pieces of JSON and of queries that several resources share.

use std::ops::Range;

use jiff::{civil::Time, tz::Offset};
use serde_json::{Value, json};

use crate::{
    account::forms::Field,
    clock::{DAY, local, moment},
    engine::input::Input,
    quirks::{Quirk, Quirks},
};

/// The number of chats or offline messages in a page.
const PAGE_SIZE: usize = 50;

/// Returns the time from the start of `date_from` to the end of `date_to`, both today by default.
pub(super) fn days(input: &Input, now: i64) -> Range<i64> {
    let start = |name| {
        let today = local(now, Offset::UTC).date();
        let date = input.date(name).unwrap_or(today);
        moment(date.to_datetime(Time::midnight()), Offset::UTC)
    };
    start("date_from")..start("date_to") + DAY
}

/// Returns the keyword, unless it is empty.
pub(super) fn keyword(input: &Input) -> Option<&str> {
    input.text("keyword").filter(|keyword| !keyword.is_empty())
}

/// Returns the items of the requested page, and the number of pages.
pub(super) fn page<'a, T>(items: &'a [T], input: &Input) -> (&'a [T], usize) {
    let number = input.integer("page").unwrap_or(1);
    let pages = items.len().div_ceil(PAGE_SIZE);
    let page = usize::try_from(number.saturating_sub(1))
        .ok()
        .and_then(|index| items.chunks(PAGE_SIZE).nth(index))
        .unwrap_or_default();
    (page, pages)
}

/// Writes a time as `/Date(N)/`.
pub(super) fn date(seconds: i64, quirks: Quirks) -> Value {
    let number = if quirks.has(Quirk::SecondDates) {
        seconds
    } else {
        seconds * 1000
    };
    let offset = if quirks.has(Quirk::OffsetDates) {
        "+0800"
    } else {
        ""
    };
    Value::from(format!("/Date({number}{offset})/"))
}

/// Returns a list of `{id, name, value}`.
pub(super) fn custom_fields(fields: &[(&Field, String)], quirks: Quirks) -> Value {
    let id = if quirks.has(Quirk::FieldIds) {
        "field_id"
    } else {
        "id"
    };
    fields
        .iter()
        .map(|(field, value)| json!({ id: field.id, "name": field.name, "value": value }))
        .collect()
}

/// Returns a list of `{name, value}`.
pub(super) fn variables(
    variables: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> Value {
    variables
        .into_iter()
        .map(|(name, value)| json!({ "name": name.as_ref(), "value": value.as_ref() }))
        .collect()
}

/// Returns a list of `{name, uri}`, or null if there are no files.
pub(super) fn attachments(files: Vec<(&'static str, String)>, quirks: Quirks) -> Value {
    if files.is_empty() {
        return Value::Null;
    }
    let mut files = files
        .into_iter()
        .map(|(name, url)| json!({ "name": name, "uri": url }));
    if quirks.has(Quirk::SingleAttachments) {
        files.next().unwrap_or_default()
    } else {
        files.collect()
    }
}
