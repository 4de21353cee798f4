//! Checks that types that may grow are `#[non_exhaustive]`.

use std::collections::BTreeSet;

use public_api::PublicItem;

/// Types that are all they will ever be, each with why.
const CLOSED: [(&str, &str); 4] = [
    (
        "comm100_core::QuotaCount",
        "a store of the user's own makes it",
    ),
    (
        "comm100_core::Sent",
        "a request left, did not leave, or may have left",
    ),
    (
        "comm100_core::Turn",
        "the outcomes of a reservation, which stores return",
    ),
    (
        "comm100_core::Verdict",
        "an attempt is retried, or it is not",
    ),
];

/// The name of a type that all could build or match in full, were it not `#[non_exhaustive]`.
fn open(line: &str) -> Option<&str> {
    ["pub enum ", "pub struct "]
        .into_iter()
        .find_map(|start| line.strip_prefix(start))
}

/// The enums and the structs with named public fields that are neither `#[non_exhaustive]` nor closed.
pub(crate) fn faults(interface: &[PublicItem]) -> Vec<String> {
    let lines: Vec<String> = interface.iter().map(PublicItem::to_string).collect();
    let with_fields: BTreeSet<&str> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("pub ")?.split_once(": "))
        .filter_map(|(path, _)| Some(path.rsplit_once("::")?.0))
        .collect();
    let mut faults = Vec::new();
    for line in &lines {
        let Some(path) = open(line) else { continue };
        let is_open = line.starts_with("pub enum ") || with_fields.contains(path);
        if is_open && !CLOSED.iter().any(|(name, _)| path == *name) {
            faults.push(format!(
                "neither `#[non_exhaustive]` nor named as closed: {line}"
            ));
        }
    }
    faults
}
