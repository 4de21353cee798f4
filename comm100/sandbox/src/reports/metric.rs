//! One number of a row, and its name.

use serde_json::{Number, Value};

use crate::quirks::{Quirk, Quirks};

/// A metric of a row.
#[derive(Clone, Debug)]
pub(super) struct Metric {
    name: &'static str,
    in_distribution: Option<&'static str>,
    value: Value,
}

impl Metric {
    /// Called `name`, and in a distribution `avgName`.
    pub(super) fn new(name: &'static str, value: f64) -> Self {
        Self {
            name,
            in_distribution: None,
            value: number(value),
        }
    }

    /// A value that is not a number.
    pub(super) fn other(name: &'static str, value: Value) -> Self {
        Self {
            name,
            in_distribution: Some(name),
            value,
        }
    }

    /// Called the same in a distribution.
    pub(super) fn always(self) -> Self {
        let name = self.name;
        self.named(name)
    }

    /// Called this in a distribution.
    pub(super) fn named(self, name: &'static str) -> Self {
        Self {
            in_distribution: Some(name),
            ..self
        }
    }

    /// The name and the value, as the row has them.
    pub(super) fn shown(self, is_distribution: bool, quirks: Quirks) -> (String, Value) {
        let name = match (is_distribution, self.in_distribution) {
            (false, _) => self.name.to_owned(),
            (true, Some(name)) => name.to_owned(),
            (true, None) if self.name == "visits" && quirks.has(Quirk::PlainVisits) => {
                self.name.to_owned()
            }
            (true, None) => average_of(self.name),
        };
        (
            if quirks.has(Quirk::CorrectSpelling) {
                spelled_right(&name)
            } else {
                name
            },
            self.value,
        )
    }
}

/// `avg` and the name with a capital.
fn average_of(name: &str) -> String {
    let mut rest = name.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase());
    format!(
        "avg{}{}",
        first.map(String::from).unwrap_or_default(),
        rest.as_str()
    )
}

fn spelled_right(name: &str) -> String {
    name.replace("Mmax", "Max")
        .replace("Initialted", "Initiated")
}

/// Whole numbers without a fraction, others with at most four digits of it.
pub(super) fn number(value: f64) -> Value {
    let rounded = (value * 10_000.0).round() / 10_000.0;
    let as_text = rounded.to_string();
    match as_text.parse::<i64>() {
        Ok(whole) => Value::from(whole),
        Err(_) => Number::from_f64(rounded).map_or(Value::from(0), Value::Number),
    }
}

/// A count as the numbers of rows are. No count here comes near what a double cannot hold.
pub(super) fn float(count: impl TryInto<u32>) -> f64 {
    f64::from(count.try_into().unwrap_or(u32::MAX))
}

/// A length of time in seconds as a number.
pub(super) fn seconds(length: i64) -> f64 {
    // Some thousand chats of some minutes: exact in a double.
    float(length.max(0))
}

/// The share, or 0 of nothing.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}
