//! Writes values as JSON.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::finite::is_finite;

pub(super) const NOT_JSON: &str =
    "it cannot be written as JSON; its `Serialize` failed, or a key of a map is not a string";
const NOT_FINITE: &str =
    "it is NaN or infinite, or contains such a number; send a finite number, or leave it out";

/// Appends a value as JSON, or returns why it cannot be sent.
pub(super) fn write<T: Serialize + ?Sized>(
    text: &mut Vec<u8>,
    value: &T,
) -> Result<(), &'static str> {
    let mut has_null = false;
    // An error's text is not shown: it may be one of the value's own type, with the value.
    value
        .serialize(&mut Serializer::with_formatter(
            text,
            NullDetector(&mut has_null),
        ))
        .map_err(|_| NOT_JSON)?;
    // serde_json writes NaN as `null`, which would clear the value on the server.
    if has_null && !is_finite(value) {
        return Err(NOT_FINITE);
    }
    Ok(())
}

/// Writes compact JSON, and sets the flag when it writes a `null`.
struct NullDetector<'a>(&'a mut bool);

impl Formatter for NullDetector<'_> {
    fn write_null<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        *self.0 = true;
        writer.write_all(b"null")
    }
}
