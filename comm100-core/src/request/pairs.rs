//! `name=value` pairs, of a query or a form.

use std::fmt::Write as _;

use form_urlencoded::byte_serialize;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::scalar::{ListSink, Sink, Unsendable, write};

/// All but the unreserved characters, so that no server reads a `+` as a space.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where `name=value` pairs go.
pub(super) enum Pairs<'a> {
    /// The target, and the length of its path.
    Query(&'a mut String, usize),
    Form(&'a mut String),
}

impl Pairs<'_> {
    fn push_name(&mut self, name: &str) {
        match self {
            Self::Query(target, path_length) => {
                target.push(if target.len() == *path_length {
                    '?'
                } else {
                    '&'
                });
                target.extend(utf8_percent_encode(name, QUERY));
                target.push('=');
            }
            Self::Form(form) => {
                if !form.is_empty() {
                    form.push('&');
                }
                form.extend(byte_serialize(name.as_bytes()));
                form.push('=');
            }
        }
    }

    fn push_value(&mut self, value: &str) {
        match self {
            Self::Query(target, _) => target.extend(utf8_percent_encode(value, QUERY)),
            Self::Form(form) => form.extend(byte_serialize(value.as_bytes())),
        }
    }

    /// A comma stays readable, as the documented samples have it.
    fn push_separator(&mut self, separator: &str) {
        match (separator, self) {
            (",", Self::Query(text, _) | Self::Form(text)) => text.push(','),
            (_, pairs) => pairs.push_value(separator),
        }
    }

    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.push_name(name);
        self.push_value(value);
    }
}

/// Takes each value of one name.
pub(super) struct PairSink<'a> {
    pub(super) pairs: Pairs<'a>,
    pub(super) name: &'a str,
}

impl Sink for PairSink<'_> {
    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.pairs.push(self.name, text);
        Ok(())
    }
}

/// An absent list sends nothing, an empty one `key=`.
pub(super) fn join<T: Serialize + ?Sized>(
    pairs: &mut Pairs<'_>,
    name: &str,
    separator: &str,
    value: &T,
) -> Result<(), Unsendable> {
    let mut list = ListSink::default();
    write(value, &mut list)?;
    if list.is_absent() {
        return Ok(());
    }
    pairs.push_name(name);
    for (index, item) in list.items().enumerate() {
        // The reader could not tell it from two items.
        if item.contains(separator) {
            let mut why = String::from("one of its items holds the separator ");
            let _ = write!(why, "{separator:?}; send items without it");
            return Err(Unsendable::new(why));
        }
        if index > 0 {
            pairs.push_separator(separator);
        }
        pairs.push_value(item);
    }
    Ok(())
}
