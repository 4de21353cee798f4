//! The encoded request: the result of the encoder.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};

use super::multipart::Multipart;
use super::pairs::Pairs;

/// The position of the page's number in the target, so that another one can replace it.
#[derive(Clone, Debug)]
pub(crate) struct PageSlot {
    pub(super) name: &'static str,
    pub(super) path_length: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The number of the list's first page: 0 or 1.
    pub(crate) first: u32,
    pub(crate) number: u32,
}

/// A request without the client's part: base URL, authorization, common headers.
#[derive(Clone, Debug)]
pub(crate) struct EncodedRequest {
    pub(crate) target: String,
    pub(crate) path_length: usize,
    /// Boxed, since few endpoints have pages, and every call's future holds it.
    pub(crate) page: Option<Box<PageSlot>>,
    pub(crate) content_type: Option<&'static str>,
    /// In their order: a later one replaces one of its name. Less than a map, since every call's future holds it.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: EncodedBody,
}

/// The body of a request. One field for both, since every call's future holds it.
#[derive(Clone, Debug)]
pub(crate) enum EncodedBody {
    Bytes(Bytes),
    Multipart(Box<Multipart>),
}

impl EncodedRequest {
    /// Changes the request to one for another page.
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
