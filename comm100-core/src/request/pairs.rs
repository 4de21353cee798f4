//! `name=value` pairs, of a query or a form.

use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_encode_byte, utf8_percent_encode,
};
use serde::Serialize;

use super::scalar::{ListSink, Sink, Unsendable, write};

/// All but the unreserved characters, because some servers read `+` as a space.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Returns the name or the value of a query as it is sent.
pub(crate) fn encoded_in_query(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, QUERY)
}

/// The text that `name=value` pairs are written to.
pub(super) enum Pairs<'a> {
    /// The target, and the length of its path.
    Query(&'a mut String, usize),
    Form(&'a mut String),
}

impl Pairs<'_> {
    /// Borrows the same text for a shorter time.
    pub(super) fn reborrow(&mut self) -> Pairs<'_> {
        match self {
            Self::Query(target, path_length) => Pairs::Query(target, *path_length),
            Self::Form(form) => Pairs::Form(form),
        }
    }

    fn push_name(&mut self, name: &str) {
        match self {
            Self::Query(target, path_length) => {
                target.push(if target.len() == *path_length {
                    '?'
                } else {
                    '&'
                });
                target.extend(encoded_in_query(name));
                target.push('=');
            }
            Self::Form(form) => {
                if !form.is_empty() {
                    form.push('&');
                }
                push_form(form, name);
                form.push('=');
            }
        }
    }

    fn push_value(&mut self, value: &str) {
        match self {
            Self::Query(target, _) => target.extend(encoded_in_query(value)),
            Self::Form(form) => push_form(form, value),
        }
    }

    /// Writes a separator. A comma stays readable, as the documented samples have it.
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

/// The bytes that a form has as they are.
const PLAIN_IN_FORMS: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        plain[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
        byte += 1;
    }
    plain
};

/// Appends text to a form. Runs of plain bytes are copied whole, which takes half the instructions of
/// `form_urlencoded::byte_serialize`.
fn push_form(form: &mut String, mut text: &str) {
    loop {
        let run = text
            .bytes()
            .position(|byte| !PLAIN_IN_FORMS[usize::from(byte)])
            .unwrap_or(text.len());
        let (plain, rest) = text.split_at(run);
        form.push_str(plain);
        let mut letters = rest.chars();
        match letters.next() {
            None => return,
            Some(' ') => form.push('+'),
            Some(letter) => {
                for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                    form.push_str(percent_encode_byte(byte));
                }
            }
        }
        text = letters.as_str();
    }
}

/// Writes a pair for each value of one name.
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

/// Writes the items of a list as one value. An absent list writes nothing, an empty one `key=`.
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
    if is_ambiguous(&list, separator) {
        return Err(Unsendable::new(format!(
            "its items would not be the same after a split at the separator {separator:?}; send items without it"
        )));
    }
    pairs.push_name(name);
    for (index, item) in list.items().enumerate() {
        if index > 0 {
            pairs.push_separator(separator);
        }
        pairs.push_value(item);
    }
    Ok(())
}

/// Returns true if a server that splits the text reads other items.
fn is_ambiguous(list: &ListSink, separator: &str) -> bool {
    let mut items = list.items();
    // One empty item looks like an empty list.
    if items.next().is_some_and(str::is_empty) && items.next().is_none() {
        return true;
    }
    if separator.len() == 1 {
        return list.items().any(|item| item.contains(separator));
    }
    // A longer one may also begin in an item: `a:` and `b` by `::`.
    let joined = list.items().collect::<Vec<_>>().join(separator);
    list.items().next().is_some() && !joined.split(separator).eq(list.items())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_encoded_as_the_standard_says() {
        let ascii: String = (0..=127).map(char::from).collect();
        for text in ["", " ", "a b", "é", "a漢b", "😀+😀", ascii.as_str()] {
            let mut form = String::new();
            push_form(&mut form, text);
            let expected: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            assert_eq!(form, expected, "{text:?}");
        }
    }
}
