//! Text, numbers and booleans. The service writes numbers and booleans as strings here and there,
//! so each is read in either form.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};
#[cfg(feature = "openapi")]
use schemars::{Schema, SchemaGenerator, json_schema};

use super::scalar::{Scalar, schema_of_type};

impl Scalar for String {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn from_owned_text(text: String) -> Option<Self> {
        Some(text)
    }

    fn from_flag(flag: bool) -> Option<Self> {
        Some(flag.to_string())
    }

    fn from_signed(number: i64) -> Option<Self> {
        Some(number.to_string())
    }

    fn from_unsigned(number: u64) -> Option<Self> {
        Some(number.to_string())
    }

    fn from_float(number: f64) -> Option<Self> {
        Some(number.to_string())
    }

    schema_of_type!();
}

/// `true`, `"true"`, `"True"`, `1` or `"1"`.
impl Scalar for bool {
    const EXPECTED: &'static str = "a boolean, or a string with one";

    fn from_text(text: &str) -> Option<Self> {
        let word = text.trim();
        if word == "1" || word.eq_ignore_ascii_case("true") {
            Some(true)
        } else if word == "0" || word.eq_ignore_ascii_case("false") {
            Some(false)
        } else {
            None
        }
    }

    fn from_flag(flag: bool) -> Option<Self> {
        Some(flag)
    }

    fn from_signed(number: i64) -> Option<Self> {
        match number {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    schema_of_type!();
}

/// Reads an integer from text.
pub(crate) fn integer_from_text<T: FromStr>(text: &str) -> Option<T> {
    text.trim().parse().ok()
}

/// Reads an integer from a float: `5.0` is 5. A fraction, or a number beyond 2^53, is not one.
pub(crate) fn integer_from_float(number: f64) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if number.fract() != 0.0 || number.abs() > LARGEST {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
    Some(number as i64)
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl Scalar for $type {
            const EXPECTED: &'static str = "an integer, or a string with one";

            fn from_text(text: &str) -> Option<Self> {
                integer_from_text(text)
            }

            fn from_signed(number: i64) -> Option<Self> {
                number.try_into().ok()
            }

            fn from_unsigned(number: u64) -> Option<Self> {
                number.try_into().ok()
            }

            fn from_float(number: f64) -> Option<Self> {
                integer_from_float(number)?.try_into().ok()
            }

            schema_of_type!();
        }
    )*};
}
integers!(u32, u64, i64);

impl Scalar for f64 {
    const EXPECTED: &'static str = "a number, or a string with one";

    fn from_text(text: &str) -> Option<Self> {
        let number: f64 = text.trim().parse().ok()?;
        number.is_finite().then_some(number)
    }

    #[expect(clippy::cast_precision_loss, reason = "metrics are floats")]
    fn from_signed(number: i64) -> Option<Self> {
        Some(number as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "metrics are floats")]
    fn from_unsigned(number: u64) -> Option<Self> {
        Some(number as f64)
    }

    fn from_float(number: f64) -> Option<Self> {
        Some(number)
    }

    schema_of_type!();
}

/// A time without a zone; a trailing `Z` is accepted.
impl Scalar for DateTime {
    const EXPECTED: &'static str = "a time of the form `yyyy-MM-ddTHH:mm:ss`";

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_suffix(['Z', 'z']).unwrap_or(text);
        text.parse().ok()
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "partial-date-time" })
    }
}

impl Scalar for Date {
    const EXPECTED: &'static str = "a date of the form `yyyy-MM-dd`";

    fn from_text(text: &str) -> Option<Self> {
        text.trim().parse().ok()
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}
