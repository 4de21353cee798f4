//! Pieces of JSON that several resources share.

use jiff::civil;
use serde_json::{Value, json};

use crate::{
    account::forms::Field,
    quirks::{Quirk, Quirks},
    random::Random,
};

/// How many chats or offline messages a page holds.
pub(crate) const PAGE_SIZE: usize = 50;

/// `/Date(N)/`
pub(crate) fn date(seconds: i64, quirks: Quirks) -> Value {
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

/// `yyyy-MM-ddTHH:mm:ss`
pub(crate) fn time(time: civil::DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A list of `{id, name, value}`.
pub(crate) fn custom_fields(fields: &[(&Field, String)], quirks: Quirks) -> Value {
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

/// The files of a chat or a message: most have none.
pub(crate) fn attachments(seed: u64, purpose: u64, quirks: Quirks) -> Value {
    let mut random = Random::of(seed, purpose);
    let count = match random.below(12) {
        0 => 2,
        1 => 1,
        _ => return Value::Null,
    };
    let mut files = (0..count).map(|_| {
        let name = random.pick(&["screenshot.png", "order 2.pdf", "Überweisung.pdf"]);
        let uri = format!("https://files.example.com/{}/{name}", random.uuid());
        json!({ "name": name, "uri": uri.replace(' ', "%20") })
    });
    if quirks.has(Quirk::SingleAttachments) {
        files.next().unwrap_or_default()
    } else {
        files.collect()
    }
}

/// The items of a page, numbered from 1, and how many pages there are.
pub(crate) fn page<T>(items: &[T], number: u64) -> (&[T], usize) {
    let pages = items.len().div_ceil(PAGE_SIZE);
    let page = usize::try_from(number.saturating_sub(1))
        .ok()
        .and_then(|index| items.chunks(PAGE_SIZE).nth(index))
        .unwrap_or_default();
    (page, pages)
}

/// Whether one of the texts contains the keyword, without regard to case.
pub(crate) fn contains(texts: &[&str], keyword: &str) -> bool {
    let keyword = keyword.to_lowercase();
    texts
        .iter()
        .any(|text| text.to_lowercase().contains(&keyword))
}
