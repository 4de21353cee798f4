//! How far a list was read, and whether it makes sense to read on.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Page;
use crate::call::{CompletedCall, Finish};
use crate::error::{Error, Result};

/// New items make a few pages more while a list is read. One that runs so far away from what it
/// said at first has no end.
const GROWTH: u32 = 1_000;

/// Pages without items are alike; after so many of them in a row the service repeats itself.
const EMPTY_AGAIN: u32 = 100;

#[derive(Debug, Default)]
pub(super) struct Progress {
    /// The number of the last page, once a page has told it.
    last: Option<u32>,
    first_count: Option<u32>,
    /// The hashes of the bodies that came.
    seen: HashSet<u64>,
    empty_again: u32,
}

/// What a page means for its list.
pub(super) enum Step<T> {
    Page(T),
    /// There is nothing more.
    End,
    /// The list is not read on.
    Stop(Error),
}

impl Progress {
    pub(super) fn last(&self) -> Option<u32> {
        self.last
    }

    /// Decodes a page; its error is the page's alone. `bounded`: the reader said how many pages it
    /// wants, and gets them from a list without an end, too.
    pub(super) fn step<T: Page>(
        &mut self,
        number: u32,
        completed: CompletedCall,
        finish: Finish<T>,
        bounded: bool,
    ) -> Result<Step<T>> {
        let mut hasher = DefaultHasher::new();
        completed.raw.body.hash(&mut hasher);
        let hash = hasher.finish();
        let again = self.seen.contains(&hash).then(|| completed.clone());
        let page = finish(completed)?;
        let count = page.page_count();
        if let Some(completed) = again {
            // The list became shorter, and the service gives its last page for those behind it.
            if number > count {
                return Ok(Step::End);
            }
            // Read once more to look inside, which only a repeated page has to pay for.
            let is_empty = finish(completed).is_ok_and(|page| page.into_items().is_empty());
            self.empty_again += 1;
            if !is_empty || self.empty_again > EMPTY_AGAIN {
                return Ok(Step::Stop(Error::decode(
                    "the service gave the same page before, so the list is not read on; check that the endpoint takes the page's number".into(),
                )));
            }
        } else {
            self.empty_again = 0;
            self.seen.insert(hash);
        }
        let first = *self.first_count.get_or_insert(count);
        if !bounded && count > first.saturating_mul(2).saturating_add(GROWTH) {
            return Ok(Step::Stop(Error::decode(format!(
                "the list said {first} pages at first and now says {count}, so it is not read on; give `.max_pages(..)` to read a part of it"
            ))));
        }
        self.last = Some(count);
        Ok(Step::Page(page))
    }
}
