//! The parameters of an endpoint: their names, locations and formats.

use jiff::{civil, fmt::strtime, tz::Offset};
use uuid::Uuid;

use super::error::ErrorResponse;

/// The part of the request that has the parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    /// A field of a form, or a member of a JSON object.
    Body,
}

/// The format of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Format {
    Text,
    /// An id or a count.
    Integer,
    /// The number of a page; the first is 1.
    Page,
    Number,
    Boolean,
    /// A day, as `yyyy-MM-dd`; the documented samples omit leading zeros.
    Date,
    /// A day and a time, as `yyyy-MM-ddTHH:mm:ss`.
    DateTime,
    /// The offset of a time zone, as `±hh:mm`.
    Offset,
    Email,
    Uuid,
    /// Integers: separated by commas in texts, an array in JSON.
    Integers,
    OneOf(&'static [&'static str]),
    /// An array of texts, in JSON.
    Texts,
    /// An object with these members, in JSON.
    Object(&'static [Parameter]),
    /// An array of objects with these members, in JSON.
    Objects(&'static [Parameter]),
    /// Any JSON.
    Any,
    /// Conditions in a query: keys such as `conditions[0][field]`.
    Conditions,
}

/// A parameter of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) location: Location,
    pub(crate) format: Format,
    pub(crate) required: bool,
}

/// A parameter's value, read as its format says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Argument {
    Text(String),
    Integer(u64),
    Number(f64),
    Boolean(bool),
    Date(civil::Date),
    DateTime(civil::DateTime),
    Offset(Offset),
    Integers(Vec<u64>),
}

impl Parameter {
    /// Creates an optional parameter of the body.
    pub(crate) const fn body(name: &'static str, format: Format) -> Self {
        Self {
            name,
            location: Location::Body,
            format,
            required: false,
        }
    }

    pub(crate) const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    pub(crate) const fn optional(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    /// Reads a value of a path, a query or a form.
    pub(crate) fn read(&self, text: &str) -> Result<Argument, ErrorResponse> {
        if self.required && text.trim().is_empty() {
            return Err(ErrorResponse::required(self.name));
        }
        self.format
            .read(text)
            .ok_or_else(|| ErrorResponse::malformed(self.name, &self.format.expected()))
    }
}

impl Format {
    fn read(self, text: &str) -> Option<Argument> {
        match self {
            Self::Text => Some(Argument::Text(text.to_owned())),
            Self::Integer => integer(text).map(Argument::Integer),
            Self::Page => integer(text)
                .filter(|page| *page > 0)
                .map(Argument::Integer),
            Self::Number => text
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
                .map(Argument::Number),
            Self::Boolean => text.parse().ok().map(Argument::Boolean),
            Self::Date => date(text).map(Argument::Date),
            Self::DateTime => date_time(text).map(Argument::DateTime),
            Self::Offset => offset(text).map(Argument::Offset),
            Self::Email => is_email(text).then(|| Argument::Text(text.to_owned())),
            Self::Uuid => is_uuid(text).then(|| Argument::Text(text.to_ascii_lowercase())),
            Self::Integers if text.is_empty() => Some(Argument::Integers(Vec::new())),
            Self::Integers => text
                .split(',')
                .map(integer)
                .collect::<Option<_>>()
                .map(Argument::Integers),
            Self::OneOf(choices) => choices
                .contains(&text)
                .then(|| Argument::Text(text.to_owned())),
            Self::Texts | Self::Object(_) | Self::Objects(_) | Self::Any | Self::Conditions => None,
        }
    }

    /// Completes "must be".
    pub(super) fn expected(self) -> String {
        match self {
            Self::Text => "a text".to_owned(),
            Self::Integer => "an integer".to_owned(),
            Self::Page => "an integer of at least 1".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Boolean => "true or false".to_owned(),
            Self::Date => "a date in the format yyyy-MM-dd".to_owned(),
            Self::DateTime => "a time in the format yyyy-MM-ddTHH:mm:ss".to_owned(),
            Self::Offset => "an offset in the format +hh:mm or -hh:mm".to_owned(),
            Self::Email => "an email address".to_owned(),
            Self::Uuid => "a UUID".to_owned(),
            Self::Integers => "integers separated by commas".to_owned(),
            Self::OneOf(choices) => format!("one of {}", choices.join(", ")),
            Self::Texts => "a list of texts".to_owned(),
            Self::Object(_) => "an object".to_owned(),
            Self::Objects(_) => "a list of objects".to_owned(),
            Self::Any => "JSON".to_owned(),
            Self::Conditions => {
                "conditions with the keys [n][field], [n][operate] and [n][value]".to_owned()
            }
        }
    }
}

/// Parses digits only: `u64::from_str` accepts a `+` too, which is a space that was not encoded.
fn integer(text: &str) -> Option<u64> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
}

/// Parses a day. jiff also accepts shorter years and signs, which are not in the format.
fn date(text: &str) -> Option<civil::Date> {
    let has_format = text.find('-') == Some(4) && !text.contains('+');
    has_format
        .then(|| civil::Date::strptime("%Y-%m-%d", text).ok())
        .flatten()
}

/// Parses a day and a time. jiff also accepts a second of 60, as 59.
fn date_time(text: &str) -> Option<civil::DateTime> {
    let has_format = text.len() == 19 && text.find('-') == Some(4) && !text.ends_with(":60");
    has_format
        .then(|| civil::DateTime::strptime("%Y-%m-%dT%H:%M:%S", text).ok())
        .flatten()
}

/// Parses an offset of at most 14 hours, as the world's time zones have. jiff also accepts larger ones, and seconds.
fn offset(text: &str) -> Option<Offset> {
    let parsed = strtime::parse("%:z", text).ok()?.offset()?;
    let within = text.len() == 6 && parsed.seconds().abs() <= 14 * 3600;
    within.then_some(parsed)
}

fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
        && !text.contains(|character: char| character.is_whitespace() || character == ':')
}

/// Returns true for a UUID with hyphens: of the forms that the crate accepts, no other has this length.
fn is_uuid(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}
