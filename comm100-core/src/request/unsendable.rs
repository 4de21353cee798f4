//! The error of a value that cannot be sent.

use std::fmt;

use serde::ser;

const REMEDY: &str = "send a string, a number, a boolean or a unit variant";

/// The reason why a value cannot be sent; never the value.
#[derive(Debug)]
pub(crate) enum Unsendable {
    NotFinite,
    Other(String),
}

impl Unsendable {
    pub(crate) fn new(why: impl Into<String>) -> Self {
        Self::Other(why.into())
    }
}

impl fmt::Display for Unsendable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite => write!(formatter, "it is NaN or infinite; {REMEDY}"),
            Self::Other(why) => formatter.write_str(why),
        }
    }
}

impl std::error::Error for Unsendable {}

/// Starts the text of a `Serialize` error that quotes no value.
const REASON: &str = "\u{1}comm100\u{1}";

/// Marks the reason for which a type of a declared API cannot be written: it quotes no value, so the
/// error shows it.
#[must_use]
pub fn reason(text: &'static str) -> String {
    format!("{REASON}{text}")
}

impl ser::Error for Unsendable {
    /// A type's own text may quote the value; only a marked reason is shown.
    fn custom<T: fmt::Display>(text: T) -> Self {
        let text = text.to_string();
        let reason = text.strip_prefix(REASON);
        Self::new(reason.unwrap_or("its `Serialize` implementation failed"))
    }
}

pub(super) fn reject<T>(what: &str) -> Result<T, Unsendable> {
    Err(Unsendable::Other(format!("it is {what}; {REMEDY}")))
}
