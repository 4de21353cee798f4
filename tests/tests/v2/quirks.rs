//! Each quirk of the documentation has its place: a test that reads or sends it, or why it has no effect.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use comm100::sandbox::Quirk;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    quirk: Vec<Row>,
}

/// A row of `catalogue/v2-quirks.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    fact: String,
    #[serde(default)]
    decoded: Vec<String>,
    #[serde(default)]
    sent: Vec<String>,
    #[serde(default)]
    sandbox: Vec<String>,
    effect: Option<String>,
}

fn rows() -> Vec<Row> {
    let text = include_str!("../../catalogue/v2-quirks.toml");
    basic_toml::from_str::<File>(text).expect("rows").quirk
}

/// The names of all test functions below a folder.
fn tests(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            tests(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("text");
            let mut is_test = false;
            for line in text.lines().map(str::trim) {
                let name = line
                    .split_once("fn ")
                    .and_then(|(_, rest)| rest.split_once('('));
                if let Some((name, _)) = name {
                    if is_test {
                        found.insert(name.to_owned());
                    }
                    is_test = false;
                } else if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
                    is_test = true;
                }
            }
        }
    }
}

#[test]
fn all_parts_are_there_and_numbered() {
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    let mut facts = BTreeMap::new();
    for row in rows() {
        let (part, number) = row.id.rsplit_once('-').expect("a number");
        let last = parts.entry(part.to_owned()).or_default();
        *last += 1;
        assert_eq!(number, format!("{last:02}"), "{}", row.id);
        assert!(row.fact.ends_with('.'), "{}", row.id);
        // Several parts may have the same one; a part has it once.
        let earlier = facts.insert((part.to_owned(), row.fact.clone()), row.id.clone());
        assert_eq!(earlier, None, "{}", row.id);
    }
    let expected = [
        ("account", 39),
        ("campaigns1", 32),
        ("campaigns2", 36),
        ("livechat3", 37),
        ("livechat4", 37),
        ("reports", 31),
    ];
    let expected = expected.map(|(part, count)| (part.to_owned(), count));
    assert_eq!(parts, BTreeMap::from(expected));
}

#[test]
fn each_is_handled_by_tests_or_has_no_effect() {
    let mut known = BTreeSet::new();
    tests(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"),
        &mut known,
    );
    let forms: BTreeSet<String> = Quirk::ALL.iter().map(|form| format!("{form:?}")).collect();
    let mut counts = [0; 4];
    for row in rows() {
        let id = &row.id;
        for name in row.decoded.iter().chain(&row.sent) {
            assert!(known.contains(name), "{id}: there is no test `{name}`");
        }
        for name in &row.sandbox {
            assert!(forms.contains(name), "{id}: there is no odd form `{name}`");
        }
        let kinds = [
            !row.decoded.is_empty(),
            !row.sent.is_empty(),
            !row.sandbox.is_empty(),
            row.effect.is_some(),
        ];
        // A form of the sandbox alone proves nothing of the client.
        assert!(kinds[0] || kinds[1] || kinds[3], "{id} is not handled");
        assert!(
            !(kinds[3] && kinds[..3].contains(&true)),
            "{id} has an effect, and none"
        );
        for (count, is_there) in counts.iter_mut().zip(kinds) {
            *count += usize::from(is_there);
        }
    }
    assert_eq!(counts, [133, 126, 51, 22]);
}
