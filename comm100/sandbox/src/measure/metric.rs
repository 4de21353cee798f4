//! A number of a row, and its name.

/// A metric of a row.
#[derive(Clone, Debug)]
pub(crate) struct Metric {
    name: &'static str,
    in_distribution: Option<&'static str>,
    pub(crate) value: f64,
}

impl Metric {
    /// Creates a metric with this name; in a distribution it is an average with the prefix `avg`.
    pub(crate) fn new(name: &'static str, value: f64) -> Self {
        Self {
            name,
            in_distribution: None,
            value,
        }
    }

    /// Keeps the name in a distribution.
    pub(crate) fn always(self) -> Self {
        let name = self.name;
        self.named(name)
    }

    /// Sets the name in a distribution.
    pub(crate) fn named(self, name: &'static str) -> Self {
        Self {
            in_distribution: Some(name),
            ..self
        }
    }

    /// Returns the name of the metric in a row.
    pub(crate) fn name(&self, is_distribution: bool) -> String {
        match (is_distribution, self.in_distribution) {
            (false, _) => self.name.to_owned(),
            (true, Some(name)) => name.to_owned(),
            (true, None) => average_of(self.name),
        }
    }
}

/// Returns `avg` and the name with a capital.
fn average_of(name: &str) -> String {
    let mut rest = name.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase());
    format!(
        "avg{}{}",
        first.map(String::from).unwrap_or_default(),
        rest.as_str()
    )
}

/// Returns a count as a float. No count here is near the limit of exact floats.
pub(crate) fn float(count: impl TryInto<u32>) -> f64 {
    f64::from(count.try_into().unwrap_or(u32::MAX))
}

/// Returns a number of seconds as a float: exact for thousands of chats of minutes.
pub(crate) fn seconds(length: i64) -> f64 {
    float(length.max(0))
}

/// Returns the share, or 0 of nothing.
pub(crate) fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}
