//! The state of reading a list: where it ends, and when it makes no sense to read on.

use bytes::Bytes;

use super::Page;
use super::likeness::{is_alike, is_same};
use crate::call::{CompletedCall, Finish};
use crate::error::{Error, Result};

/// New items add a few pages while a list is read. A list that reports over twice its first page
/// count plus this is treated as endless.
const GROWTH: u32 = 1_000;

/// Two pages that are equal may be honest; a third one in a row is a repetition.
const SAME: u32 = 2;

/// Pages without items are alike, as are those in which a time alone differs. More of them in a row
/// than this are a repetition.
const ALIKE: u32 = 100;

#[derive(Debug)]
pub(super) struct Progress {
    /// The number of the list's first page, on the wire.
    first: u32,
    /// The number of the last page, on the wire, if the latest page reported a page count.
    last: Option<u32>,
    first_count: Option<u32>,
    previous: Option<Bytes>,
    /// The number of pages before this one that are the same, and that are alike, without a gap.
    same: u32,
    alike: u32,
}

/// The meaning of a page for its list.
pub(super) enum Step<T> {
    Page {
        page: T,
        has_next: bool,
    },
    /// The list ended before this page.
    End,
    /// The list is not read any further.
    Stop(Error),
}

impl Progress {
    pub(super) fn new(first: u32) -> Self {
        Self {
            first,
            last: None,
            first_count: None,
            previous: None,
            same: 0,
            alike: 0,
        }
    }

    pub(super) fn last(&self) -> Option<u32> {
        self.last
    }

    /// Decodes a page; an error is this page's alone. `bounded`: the caller limits the number of
    /// pages, so an endless list is read that far.
    pub(super) fn step<T: Page>(
        &mut self,
        number: u32,
        completed: &CompletedCall,
        finish: Finish<T>,
        bounded: bool,
    ) -> Result<Step<T>> {
        let body = completed.raw.body.bytes().clone();
        let repeated = self.compare(&body);
        let page = finish(completed)?;
        let position = number.saturating_sub(self.first).saturating_add(1);
        let count = page.page_count();
        if self.alike > 0 && count.is_some_and(|count| position > count) {
            // The list became shorter, and the service returns its last page for those behind it.
            return Ok(Step::End);
        }
        // Decoded again to see if there are items, which only a repeated page has to pay for.
        let is_stuck = self.alike > ALIKE
            || (repeated && finish(completed).is_ok_and(|page| !page.into_items().is_empty()));
        if is_stuck {
            return Ok(Step::Stop(Error::decode(
                "the service repeats the same page, so the list is not read any further; check that the endpoint heeds the page number".into(),
            )));
        }
        self.previous = Some(body);
        if let Some(count) = count {
            let first = *self.first_count.get_or_insert(count);
            if !bounded && count > first.saturating_mul(2).saturating_add(GROWTH) {
                return Ok(Step::Stop(Error::decode(format!(
                    "the list reported {first} pages at first and now {count}, so it is not read any further; set `.max_pages(..)` to read a part of it"
                ))));
            }
        }
        self.last = count.map(|count| count.saturating_sub(1).saturating_add(self.first));
        Ok(Step::Page {
            has_next: page.has_next(position),
            page,
        })
    }

    /// Counts how long the service has been returning the same page; true if it is one too many,
    /// should it contain items.
    fn compare(&mut self, body: &Bytes) -> bool {
        let Some(previous) = &self.previous else {
            return false;
        };
        let same = is_same(previous, body);
        let alike = same || is_alike(previous, body);
        self.same = if same { self.same + 1 } else { 0 };
        self.alike = if alike { self.alike + 1 } else { 0 };
        self.same >= SAME
    }
}
