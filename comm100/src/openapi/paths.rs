//! Paths of the document: templates that differ only in the names of their parameters are one path.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The templates so far, by their form without names.
#[derive(Default)]
pub(super) struct Paths(BTreeMap<String, String>);

impl Paths {
    /// Returns the first template of this form.
    pub(super) fn same_or(&mut self, template: &str) -> String {
        self.0
            .entry(form(template))
            .or_insert_with(|| template.to_owned())
            .clone()
    }
}

/// Returns a template without the names of its placeholders.
pub(super) fn form(template: &str) -> String {
    let segments = template.split('/').map(|segment| match parts(segment) {
        Some((_, verb)) => format!("{{}}{verb}"),
        None => segment.to_owned(),
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Returns the name of a placeholder, and the verb behind it: `{id}:merge`.
fn parts(segment: &str) -> Option<(&str, &str)> {
    segment.strip_prefix('{')?.split_once('}')
}

fn names(template: &str) -> impl Iterator<Item = &str> {
    let placeholders = template.split('/').filter_map(parts);
    placeholders.map(|(name, _)| name)
}

/// Names the parameters in an operation's path as `path` does, which has the form of its `own`.
pub(super) fn rename(operation: &mut Value, own: &str, path: &str) {
    let renamed: BTreeMap<&str, &str> = names(own).zip(names(path)).collect();
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let name = parameter["name"]
            .as_str()
            .and_then(|name| renamed.get(name));
        if let (Some(name), true) = (name, parameter["in"] == "path") {
            parameter["name"] = json!(name);
        }
    }
}
