//! From parameters to a request: path, query, form, JSON and headers.

mod flatten;
mod scalar;
mod segment;

use std::fmt::Write as _;

use bytes::Bytes;
use form_urlencoded::byte_serialize;
use http::{HeaderName, HeaderValue, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::error::{Error, ErrorKind};
use scalar::{Sink, Unsendable};

/// A `Uri` takes 64 KiB with scheme and host. Servers take less.
const LONGEST_TARGET: usize = 65_000;

/// All but the unreserved characters, so that no server reads a `+` as a space.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What generated code writes an endpoint's parameters into, in the declared
/// order. The first mistake is kept and becomes the call's error.
#[derive(Debug)]
pub struct Encoder {
    /// The path from the root, then the query.
    target: String,
    path_length: usize,
    page: Option<Box<PageSlot>>,
    form: Option<String>,
    json: Option<Vec<u8>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    error: Option<Error>,
}

/// Where the page's number stands in the target, so that another one can take its place.
#[derive(Clone, Debug)]
pub(crate) struct PageSlot {
    name: &'static str,
    path_length: usize,
    start: usize,
    end: usize,
    pub(crate) number: u32,
}

/// A request without what the client adds: base URL, authorization, common headers.
#[derive(Clone, Debug)]
pub(crate) struct Encoded {
    pub(crate) target: String,
    pub(crate) path_length: usize,
    /// Boxed, since few endpoints have pages, and every call's future holds it.
    pub(crate) page: Option<Box<PageSlot>>,
    pub(crate) content_type: Option<&'static str>,
    /// In their order: a later one replaces one of its name. Less than a map, since every call's future holds it.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Bytes,
}

impl Encoder {
    /// `path` is the base URL's, with a slash at its end.
    pub(crate) fn new(path: &str) -> Self {
        let mut target = String::with_capacity(128);
        target.push_str(path);
        Self {
            path_length: target.len(),
            target,
            page: None,
            form: None,
            json: None,
            headers: Vec::new(),
            error: None,
        }
    }

    pub(crate) fn finish(self) -> Result<Encoded, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        if self.target.len() > LONGEST_TARGET {
            let text = format!(
                "the parameters make a URL of {} bytes, and a request takes {LONGEST_TARGET}; send less",
                self.target.len()
            );
            return Err(Error::new(ErrorKind::Request, text));
        }
        let (content_type, body) = match (self.json, self.form) {
            (Some(json), _) => (Some("application/json"), Bytes::from(json)),
            (None, Some(form)) => {
                let content_type = "application/x-www-form-urlencoded";
                (Some(content_type), Bytes::from(form))
            }
            (None, None) => (None, Bytes::new()),
        };
        Ok(Encoded {
            target: self.target,
            path_length: self.path_length,
            page: self.page,
            content_type,
            headers: self.headers,
            body,
        })
    }

    fn form_text(&mut self) -> &mut String {
        self.form.get_or_insert_with(|| String::with_capacity(128))
    }

    /// The template's text between two placeholders, checked by the macro.
    pub fn literal(&mut self, text: &'static str) {
        self.target.push_str(text);
        self.path_length = self.target.len();
    }

    /// One path segment.
    pub fn segment<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = segment::SegmentSink::new(&mut self.target);
        let outcome = scalar::write(value, &mut sink);
        let written = sink.is_written();
        self.path_length = self.target.len();
        match outcome {
            Ok(()) if !written => {
                self.refuse(name, &"it is absent, and a path needs it; give a value");
            }
            outcome => self.note(name, outcome),
        }
    }

    /// A key of the query, once for each item of a list.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = PairSink {
            pairs: Pairs::Query(&mut self.target, self.path_length),
            name,
        };
        let outcome = scalar::write(value, &mut sink);
        self.note(name, outcome);
    }

    /// A key of the query with a list's items joined.
    pub fn query_joined<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        separator: &'static str,
        value: &T,
    ) {
        let mut pairs = Pairs::Query(&mut self.target, self.path_length);
        let outcome = join(&mut pairs, name, separator, value);
        self.note(name, outcome);
    }

    /// A key of the query for each field of a struct or each entry of a map.
    pub fn query_flattened<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut pairs = Pairs::Query(&mut self.target, self.path_length);
        let outcome = flatten::write(value, &mut pairs);
        self.note(name, outcome);
    }

    /// The page's number, kept so that the stream of pages can replace it.
    pub fn page(&mut self, name: &'static str, number: Option<u32>) {
        let start = self.target.len();
        if number == Some(0) {
            return self.refuse(name, &"it is 0, and the first page is 1");
        }
        if let Some(number) = number {
            let mut pairs = Pairs::Query(&mut self.target, self.path_length);
            pairs.push(name, itoa::Buffer::new().format(number));
        }
        self.page = Some(Box::new(PageSlot {
            name,
            path_length: self.path_length,
            start,
            end: self.target.len(),
            number: number.unwrap_or(1),
        }));
    }

    /// Declares the body a form, also if no field of it follows.
    pub fn empty_form(&mut self) {
        self.form_text();
    }

    /// A key of the form, once for each item of a list.
    pub fn form<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = PairSink {
            pairs: Pairs::Form(self.form_text()),
            name,
        };
        let outcome = scalar::write(value, &mut sink);
        self.note(name, outcome);
    }

    /// A key of the form with a list's items joined.
    pub fn form_joined<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        separator: &'static str,
        value: &T,
    ) {
        let mut pairs = Pairs::Form(self.form_text());
        let outcome = join(&mut pairs, name, separator, value);
        self.note(name, outcome);
    }

    /// A key of the form for each field of a struct or each entry of a map.
    pub fn form_flattened<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut pairs = Pairs::Form(self.form_text());
        let outcome = flatten::write(value, &mut pairs);
        self.note(name, outcome);
    }

    /// The whole body.
    pub fn json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        match serde_json::to_vec(value) {
            Ok(json) => self.json = Some(json),
            // The text is the type's own or serde_json's about a key: no value is in the latter,
            // and the former is not ours to repeat.
            Err(_) => self.refuse(name, &"it cannot be written as JSON; its `Serialize` failed, or a map's key is no string"),
        }
    }

    /// One header; absent if the value is.
    pub fn header<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        header: &'static str,
        value: &T,
    ) {
        let mut sink = HeaderSink {
            headers: &mut self.headers,
            header,
        };
        let outcome = scalar::write(value, &mut sink);
        self.note(name, outcome);
    }

    fn note(&mut self, name: &str, outcome: Result<(), Unsendable>) {
        if let Err(why) = outcome {
            self.refuse(name, &why);
        }
    }

    fn refuse(&mut self, name: &str, why: &dyn std::fmt::Display) {
        if self.error.is_none() {
            self.error = Some(Error::parameter(name, why));
        }
    }
}

impl Encoded {
    /// The same request for another page.
    pub(crate) fn set_page(&mut self, number: u32) {
        let Some(slot) = &mut self.page else { return };
        let rest = self.target.split_off(slot.end);
        self.target.truncate(slot.start);
        let mut pairs = Pairs::Query(&mut self.target, slot.path_length);
        pairs.push(slot.name, itoa::Buffer::new().format(number));
        slot.end = self.target.len();
        slot.number = number;
        if let Some(rest) = rest.strip_prefix(['?', '&']) {
            self.target.push('&');
            self.target.push_str(rest);
        }
    }
}

/// Where `name=value` pairs go.
pub(crate) enum Pairs<'a> {
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

    pub(crate) fn push(&mut self, name: &str, value: &str) {
        self.push_name(name);
        self.push_value(value);
    }
}

struct PairSink<'a> {
    pairs: Pairs<'a>,
    name: &'a str,
}

impl Sink for PairSink<'_> {
    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.pairs.push(self.name, text);
        Ok(())
    }
}

/// An absent list sends nothing, an empty one `key=`.
fn join<T: Serialize + ?Sized>(
    pairs: &mut Pairs<'_>,
    name: &str,
    separator: &str,
    value: &T,
) -> Result<(), Unsendable> {
    let mut list = scalar::ListSink::default();
    scalar::write(value, &mut list)?;
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

struct HeaderSink<'a> {
    headers: &'a mut Vec<(HeaderName, HeaderValue)>,
    header: &'static str,
}

impl Sink for HeaderSink<'_> {
    fn sequences(&self) -> bool {
        false
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        let name = HeaderName::from_bytes(self.header.as_bytes())
            .ok()
            .filter(|name| !is_reserved(name))
            .ok_or_else(|| {
                Unsendable::new("its header is one that the client sets itself".into())
            })?;
        let value = ascii_header(text).ok_or_else(|| {
            Unsendable::new(
                "it holds a character that cannot stand in a header (a line break or a letter beyond ASCII)".into(),
            )
        })?;
        self.headers.push((name, value));
        Ok(())
    }
}

/// A header's value, of visible ASCII and spaces. `http` takes other bytes too,
/// which servers read in encodings of their own.
pub(crate) fn ascii_header(text: &str) -> Option<HeaderValue> {
    let visible = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    visible.then(|| HeaderValue::from_str(text).ok()).flatten()
}

/// Headers that only the client may set: who calls, to whom, and how the
/// message is framed. Another value would be a leak or a second request.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    matches!(
        *name,
        header::AUTHORIZATION
            | header::HOST
            | header::CONNECTION
            | header::CONTENT_LENGTH
            | header::EXPECT
            | header::PROXY_AUTHORIZATION
            | header::TE
            | header::TRAILER
            | header::TRANSFER_ENCODING
            | header::UPGRADE
    )
}
