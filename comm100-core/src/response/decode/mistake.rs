//! Mistakes in a value, described without quoting it.

use std::fmt::{self, Display, Write as _};

use serde::de::{self, Expected, Unexpected};

/// The message of a `serde_json` error whose mistake is already recorded.
const RECORDED: &str = "\u{1}recorded";

/// A decoding error. serde's own constructors say what was expected; the text of `custom` is the
/// type's, which may quote the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    Expected(String),
    UnknownField(String),
    Missing(&'static str),
    Duplicate(&'static str),
    /// The type rejects the value for its own reason.
    Rejected,
    /// The text ends early, or is not JSON, for the reason that `serde_json` reports.
    Broken(String),
    Recorded,
}

impl Mistake {
    /// Reads an error that `serde_json` made itself: no type had a say in it.
    pub(super) fn of_json(error: &impl Display) -> Self {
        let text = error.to_string();
        let text = text
            .rsplit_once(" at line ")
            .map_or(&*text, |(text, _)| text);
        if text == RECORDED {
            Self::Recorded
        } else if text.starts_with("invalid ")
            && let Some((_, expected)) = text.rsplit_once(", expected ")
        {
            // `invalid type: string "..", expected u64`: the last part is the type's.
            Self::Expected(expected.to_owned())
        } else if text.starts_with("EOF while parsing") {
            Self::Broken("the JSON ends early".to_owned())
        } else {
            Self::Broken(format!("the JSON is broken: {text}"))
        }
    }

    /// Returns the error that passes through `serde_json` once the mistake is recorded.
    pub(super) fn recorded<E: de::Error>() -> E {
        E::custom(RECORDED)
    }
}

impl Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected(expected) => write!(formatter, "expected {expected}"),
            Self::UnknownField(expected) => {
                write!(formatter, "unknown field, expected {expected}")
            }
            Self::Missing(name) => write!(formatter, "missing field `{name}`"),
            Self::Duplicate(name) => write!(formatter, "duplicate field `{name}`"),
            Self::Rejected | Self::Recorded => formatter.write_str("the type rejects the value"),
            Self::Broken(why) => formatter.write_str(why),
        }
    }
}

impl std::error::Error for Mistake {}

impl de::Error for Mistake {
    fn custom<T: Display>(_: T) -> Self {
        Self::Rejected
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::Expected(expected.to_string())
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::Expected(expected.to_string())
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::Expected(expected.to_string())
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::Expected(one_of(expected))
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self::UnknownField(one_of(expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Duplicate(field)
    }
}

/// Returns `` `a`, `b` or `c` ``.
fn one_of(names: &[&str]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        let separator = match index {
            0 => "",
            _ if index + 1 == names.len() => " or ",
            _ => ", ",
        };
        // Writing to a string does not fail.
        let _ = write!(text, "{separator}`{name}`");
    }
    if text.is_empty() {
        text.push_str("no value at all");
    }
    text
}
