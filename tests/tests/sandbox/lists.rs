//! Lists and reports over the same days, for the tests that compare them.

use serde_json::Value;

use crate::raw::{Caller, items};

/// Some weeks of the history, as lists take them.
pub(crate) const DAYS: &str = "date_from=2024-04-01&date_to=2024-05-13";

/// The same, as reports take them.
pub(crate) const PERIOD: &str = "timeFrom=2024-04-01T00:00:00&timeTo=2024-05-14T00:00:00";

/// Returns the number of a list's items.
pub(crate) fn total(caller: &Caller, target: &str) -> f64 {
    caller.get(target).ok()["total"].as_f64().expect("a total")
}

/// The rows of a report over [`PERIOD`].
pub(crate) fn report(caller: &Caller, name: &str, more: &str) -> Value {
    caller.get(&format!("reports/{name}?{PERIOD}{more}")).ok()
}

/// Compares two numbers, one of which may be rounded.
#[track_caller]
pub(crate) fn same(one: f64, other: f64, what: &str) {
    assert!((one - other).abs() < 0.001, "{what}: {one} and {other}");
}

/// All pages of a list.
pub(crate) fn all(caller: &Caller, path: &str, key: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut page = 1;
    loop {
        let body = caller.get(&format!("{path}&page={page}")).ok();
        found.extend(items(&body[key]).iter().cloned());
        if body["pages"].as_u64() == Some(page) {
            assert_eq!(body["total"].as_u64(), u64::try_from(found.len()).ok());
            return found;
        }
        assert_eq!(
            items(&body[key]).len(),
            50,
            "all pages but the last are full"
        );
        page += 1;
    }
}
