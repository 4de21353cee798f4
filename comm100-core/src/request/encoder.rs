//! From parameters to a request: path, query, form, JSON and headers.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use serde::Serialize;

use super::encoded::{EncodedBody, EncodedRequest, PageSlot};
use super::flattened::Flattened;
use super::header::HeaderSink;
use super::multipart::Multipart;
use super::object::Object;
use super::pairs::{PairSink, Pairs, join};
use super::scalar::{self, Unsendable};
use super::{flatten, json, segment};
use crate::error::Error;
use crate::media_type::{FORM, JSON};

/// A `Uri` can have 64 KiB with scheme and host. Servers accept less.
const LONGEST_TARGET: usize = 65_000;

/// Generated code writes an endpoint's parameters into it, in the declared order. The first mistake
/// is kept and becomes the call's error.
#[derive(Debug)]
pub struct Encoder {
    /// The path from the root, then the query.
    target: String,
    path_length: usize,
    page: Option<Box<PageSlot>>,
    form: Option<String>,
    json: Option<Vec<u8>>,
    pub(super) object: Option<Object>,
    flattened: Vec<Flattened>,
    pub(super) raw: Option<(&'static str, Bytes)>,
    pub(super) multipart: Option<Box<Multipart>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    error: Option<Error>,
}

impl Encoder {
    /// Creates an encoder. `path` is the base URL's, with a slash at its end.
    pub(crate) fn new(path: &str) -> Self {
        let mut target = String::with_capacity(128);
        target.push_str(path);
        Self {
            path_length: target.len(),
            target,
            page: None,
            form: None,
            json: None,
            object: None,
            flattened: Vec::new(),
            raw: None,
            multipart: None,
            headers: Vec::new(),
            error: None,
        }
    }

    /// Creates an encoder from a path from the root and a query that are encoded already.
    pub(crate) fn of_target(path: &str, query: Option<&str>) -> Self {
        let mut encoder = Self::new(path);
        if let Some(query) = query {
            encoder.target.push('?');
            encoder.target.push_str(query);
        }
        encoder
    }

    /// Returns the request. `appended` is the number of bytes that the client adds to the query.
    pub(crate) fn finish(self, appended: usize) -> Result<EncodedRequest, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let query = self.target.get(self.path_length..).unwrap_or_default();
        let page = self.page.as_ref().map(|page| page.name);
        for flattened in &self.flattened {
            if flattened.repeats_a_key(query, self.path_length, page, self.form.as_deref()) {
                return Err(Error::parameter(
                    flattened.name,
                    "one of its keys is also the key of another parameter; send each key once",
                ));
            }
        }
        let length = self.target.len() + appended;
        if length > LONGEST_TARGET {
            let text = format!(
                "the parameters form a URL of {length} bytes, more than the {LONGEST_TARGET} of a request; send less"
            );
            return Err(Error::request(text));
        }
        let json = self.json.or_else(|| self.object.map(Object::finish));
        let (content_type, body) = match (json, self.form) {
            (Some(json), _) => (Some(JSON), Bytes::from(json)),
            (None, Some(form)) => (Some(FORM), Bytes::from(form)),
            (None, None) => match self.raw {
                Some((content_type, body)) => (Some(content_type), body),
                None => (None, Bytes::new()),
            },
        };
        Ok(EncodedRequest {
            target: self.target,
            path_length: self.path_length,
            page: self.page,
            content_type,
            headers: self.headers,
            body: match self.multipart {
                None => EncodedBody::Bytes(body),
                Some(multipart) => EncodedBody::Multipart(multipart),
            },
        })
    }

    fn form_text(&mut self) -> &mut String {
        self.form.get_or_insert_with(|| String::with_capacity(128))
    }

    /// Writes the template's text between two placeholders, checked by the macro.
    pub fn literal(&mut self, text: &'static str) {
        self.target.push_str(text);
        self.path_length = self.target.len();
    }

    /// Writes one path segment.
    pub fn segment<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = segment::SegmentSink::new(&mut self.target);
        let outcome = scalar::write(value, &mut sink);
        let written = sink.is_written();
        self.path_length = self.target.len();
        match outcome {
            Ok(()) if !written => {
                self.reject(name, &"it is absent, but the path needs it; pass a value");
            }
            outcome => self.note(name, outcome),
        }
    }

    /// Writes a key of the query, once for each item of a list.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = PairSink {
            pairs: Pairs::Query(&mut self.target, self.path_length),
            name,
        };
        let outcome = scalar::write(value, &mut sink);
        self.note(name, outcome);
    }

    /// Writes a key of the query with a list's items joined.
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

    /// Writes a key of the query for each field of a struct or each entry of a map.
    pub fn query_flattened<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let start = self.target.len();
        let mut pairs = Pairs::Query(&mut self.target, self.path_length);
        let outcome = flatten::write(value, &mut pairs);
        self.flattened
            .push(Flattened::query(name, start..self.target.len()));
        self.note(name, outcome);
    }

    /// Writes the page's number, so that the stream of pages can replace it. `first` is the number of
    /// the list's first page.
    pub fn page(&mut self, name: &'static str, first: u32, number: Option<u32>) {
        let start = self.target.len();
        if number.is_some_and(|number| number < first) {
            return self.reject(
                name,
                &format_args!("it must be at least {first}, the first page"),
            );
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
            first,
            number: number.unwrap_or(first),
        }));
    }

    /// Makes the body a form, even if no field follows.
    pub fn empty_form(&mut self) {
        self.form_text();
    }

    /// Writes a key of the form, once for each item of a list.
    pub fn form<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = PairSink {
            pairs: Pairs::Form(self.form_text()),
            name,
        };
        let outcome = scalar::write(value, &mut sink);
        self.note(name, outcome);
    }

    /// Writes a key of the form with a list's items joined.
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

    /// Writes a key of the form for each field of a struct or each entry of a map.
    pub fn form_flattened<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let form = self.form_text();
        let start = form.len();
        let outcome = flatten::write(value, &mut Pairs::Form(form));
        let end = form.len();
        self.flattened.push(Flattened::form(name, start..end));
        self.note(name, outcome);
    }

    /// Writes the whole body.
    pub fn json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut text = Vec::with_capacity(128);
        match json::write(&mut text, value) {
            Ok(()) => self.json = Some(text),
            Err(why) => self.reject(name, &why),
        }
    }

    /// Writes one header; nothing if the value is absent.
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

    /// Writes one header that is the same for all calls. The name is in lower case.
    pub fn constant_header(&mut self, name: &'static str, value: &'static str) {
        self.headers.push((
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ));
    }

    pub(super) fn note(&mut self, name: &str, outcome: Result<(), Unsendable>) {
        if let Err(why) = outcome {
            self.reject(name, &why);
        }
    }

    pub(super) fn reject(&mut self, name: &str, why: &dyn std::fmt::Display) {
        self.fail(Error::parameter(name, why));
    }

    pub(super) fn fail(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}
