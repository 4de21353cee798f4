//! Records: settings that the sandbox stores and returns, and has no rules for. They are kept in the form of the one API
//! version that has them, since nothing else reads them.

use std::collections::BTreeMap;

/// The fields of a record.
pub(crate) type Record = serde_json::Map<String, serde_json::Value>;

/// Records with ids, in named collections, and single records by name.
#[derive(Debug, Default)]
pub(crate) struct Records {
    collections: BTreeMap<String, BTreeMap<u64, Record>>,
    singles: BTreeMap<String, Record>,
}

impl Records {
    pub(crate) fn list(&self, collection: &str) -> impl Iterator<Item = (u64, &Record)> {
        self.collections
            .get(collection)
            .into_iter()
            .flatten()
            .map(|(id, record)| (*id, record))
    }

    pub(crate) fn find(&self, collection: &str, id: u64) -> Option<&Record> {
        self.collections.get(collection)?.get(&id)
    }

    pub(crate) fn insert(&mut self, collection: &str, id: u64, record: Record) {
        self.collections
            .entry(collection.to_owned())
            .or_default()
            .insert(id, record);
    }

    /// Replaces these fields and keeps the others.
    pub(crate) fn update(&mut self, collection: &str, id: u64, fields: &Record) {
        let known = self.collections.get_mut(collection);
        if let Some(record) = known.and_then(|known| known.get_mut(&id)) {
            merge(record, fields);
        }
    }

    /// Returns true if there was such a record.
    pub(crate) fn remove(&mut self, collection: &str, id: u64) -> bool {
        let known = self.collections.get_mut(collection);
        known.is_some_and(|known| known.remove(&id).is_some())
    }

    /// Creates a single record, empty until it is updated.
    pub(crate) fn single(&self, name: &str) -> Record {
        self.singles.get(name).cloned().unwrap_or_default()
    }

    pub(crate) fn update_single(&mut self, name: &str, fields: &Record) {
        merge(self.singles.entry(name.to_owned()).or_default(), fields);
    }
}

/// Sets these fields and keeps the others.
pub(crate) fn merge(record: &mut Record, fields: &Record) {
    for (name, value) in fields {
        record.insert(name.clone(), value.clone());
    }
}
