//! What the parameters of an endpoint are: their names, places and formats.

use jiff::{civil, tz::Offset};

use crate::engine::error::Refusal;

/// Where a parameter stands in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Form,
}

/// The format of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    /// An id or a count.
    Integer,
    /// The number of a page, 1 being the first.
    Page,
    Number,
    Boolean,
    /// `yyyy-MM-dd`; the documented samples leave out the leading zeros.
    Date,
    /// `yyyy-MM-ddTHH:mm:ss`
    DateTime,
    /// `±hh:mm`
    Offset,
    Email,
    Uuid,
    /// Ids parted by commas.
    Integers,
    OneOf(&'static [&'static str]),
}

/// One parameter of an endpoint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

/// A parameter's value, read as its kind says.
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
    /// Reads a value, or says what its format is.
    pub(crate) fn read(&self, text: &str) -> Result<Argument, Refusal> {
        if self.required && text.trim().is_empty() {
            return Err(Refusal::required(self.name));
        }
        self.kind
            .read(text)
            .ok_or_else(|| Refusal::malformed(self.name, &self.kind.expected()))
    }
}

impl Kind {
    fn read(self, text: &str) -> Option<Argument> {
        match self {
            Kind::Text => Some(Argument::Text(text.to_owned())),
            Kind::Integer => integer(text).map(Argument::Integer),
            Kind::Page => integer(text)
                .filter(|page| *page > 0)
                .map(Argument::Integer),
            Kind::Number => text
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
                .map(Argument::Number),
            Kind::Boolean => match text {
                "true" => Some(Argument::Boolean(true)),
                "false" => Some(Argument::Boolean(false)),
                _ => None,
            },
            Kind::Date => date(text).map(Argument::Date),
            Kind::DateTime => date_time(text).map(Argument::DateTime),
            Kind::Offset => offset(text).map(Argument::Offset),
            Kind::Email => is_email(text).then(|| Argument::Text(text.to_owned())),
            Kind::Uuid => is_uuid(text).then(|| Argument::Text(text.to_ascii_lowercase())),
            Kind::Integers if text.is_empty() => Some(Argument::Integers(Vec::new())),
            Kind::Integers => text
                .split(',')
                .map(integer)
                .collect::<Option<_>>()
                .map(Argument::Integers),
            Kind::OneOf(choices) => choices
                .contains(&text)
                .then(|| Argument::Text(text.to_owned())),
        }
    }

    /// Completes "must be".
    fn expected(self) -> String {
        match self {
            Kind::Text => "a text".to_owned(),
            Kind::Integer => "an integer".to_owned(),
            Kind::Page => "an integer of at least 1".to_owned(),
            Kind::Number => "a number".to_owned(),
            Kind::Boolean => "true or false".to_owned(),
            Kind::Date => "a date in the format yyyy-MM-dd".to_owned(),
            Kind::DateTime => "a time in the format yyyy-MM-ddTHH:mm:ss".to_owned(),
            Kind::Offset => "an offset in the format +hh:mm or -hh:mm".to_owned(),
            Kind::Email => "an email address".to_owned(),
            Kind::Uuid => "a UUID".to_owned(),
            Kind::Integers => "integers parted by commas".to_owned(),
            Kind::OneOf(choices) => format!("one of {}", choices.join(", ")),
        }
    }
}

/// Digits alone: `u64::from_str` would take a `+` as well, which is a space that was not encoded.
fn integer(text: &str) -> Option<u64> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
}

fn date(text: &str) -> Option<civil::Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let lengths_fit = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    if !lengths_fit || parts.next().is_some() {
        return None;
    }
    civil::Date::new(small(year)?, small(month)?, small(day)?).ok()
}

fn date_time(text: &str) -> Option<civil::DateTime> {
    let (day, time) = text.split_once('T')?;
    let mut parts = time.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let lengths_fit = [hour, minute, second].iter().all(|part| part.len() == 2);
    if !lengths_fit || day.len() != 10 || parts.next().is_some() {
        return None;
    }
    let time = civil::Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
    Some(date(day)?.to_datetime(time))
}

/// Offsets of the world's time zones lie between -12:00 and +14:00.
fn offset(text: &str) -> Option<Offset> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes): (i32, i32) = (small(hours)?, small(minutes)?);
    let within = minutes < 60 && hours * 60 + minutes <= 14 * 60;
    within
        .then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok())
        .flatten()
}

fn small<T: TryFrom<u64>>(text: &str) -> Option<T> {
    integer(text).and_then(|number| T::try_from(number).ok())
}

fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
        && !text.contains(|character: char| character.is_whitespace() || character == ':')
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
