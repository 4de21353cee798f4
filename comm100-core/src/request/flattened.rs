//! A key that a flattened value repeats, so that the server would read one of two values.

use std::collections::HashSet;
use std::ops::Range;

/// The part of a query or a form that one flattened value wrote.
#[derive(Debug)]
pub(super) struct Flattened {
    /// The parameter's name.
    pub(super) name: &'static str,
    in_form: bool,
    range: Range<usize>,
}

impl Flattened {
    /// The range is that in the target, path included.
    pub(super) fn query(name: &'static str, range: Range<usize>) -> Self {
        Self {
            name,
            in_form: false,
            range,
        }
    }

    pub(super) fn form(name: &'static str, range: Range<usize>) -> Self {
        Self {
            name,
            in_form: true,
            range,
        }
    }

    /// Returns true if a key in the range also occurs outside of it, or is that of the page number,
    /// which a stream of pages adds later.
    pub(super) fn repeats_a_key(
        &self,
        query: &str,
        path_length: usize,
        page: Option<&str>,
        form: Option<&str>,
    ) -> bool {
        let (text, offset, page) = if self.in_form {
            (form.unwrap_or_default(), 0, None)
        } else {
            (query, path_length, page)
        };
        let start = self.range.start.saturating_sub(offset);
        let end = self.range.end.saturating_sub(offset);
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let mut others: HashSet<&str> = keys(part(0..start))
            .chain(keys(part(end..text.len())))
            .collect();
        others.extend(page);
        !others.is_empty() && keys(part(start..end)).any(|key| others.contains(key))
    }
}

/// Returns the keys of pairs, as they are encoded.
fn keys(pairs: &str) -> impl Iterator<Item = &str> {
    pairs
        .split(['?', '&'])
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, _)| key)
}
