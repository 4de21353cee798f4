//! Bodies that are sent as they are, and the parts of a form.

use bytes::Bytes;
use serde::Serialize;

use super::encoder::Encoder;
use super::multipart::Multipart;
use super::part::Part;
use super::scalar::{self, Sink, Unsendable};

impl Encoder {
    /// Writes the whole body, as it is.
    pub fn raw(&mut self, content_type: &'static str, body: Bytes) {
        self.raw = Some((content_type, body));
    }

    /// Makes the body a `multipart/form-data`, even if no part follows.
    pub fn empty_multipart(&mut self) {
        self.multipart();
    }

    /// Writes a part that is a text: any scalar. `None` is absent.
    pub fn part_text<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut sink = PartSink {
            multipart: self.multipart(),
            name,
        };
        let outcome = scalar::write(value, &mut sink);
        self.note(name, outcome);
    }

    /// Writes a part that is more than a text.
    pub fn part(&mut self, name: &'static str, part: &Part) {
        if let Err(error) = self.multipart().part(name, part) {
            self.fail(error);
        }
    }

    fn multipart(&mut self) -> &mut Multipart {
        self.multipart
            .get_or_insert_with(|| Box::new(Multipart::new()))
    }
}

/// Takes the text of one part.
struct PartSink<'a> {
    multipart: &'a mut Multipart,
    name: &'static str,
}

impl Sink for PartSink<'_> {
    fn sequences(&self) -> bool {
        false
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.multipart.text(self.name, text);
        Ok(())
    }
}
