//! The state of reading a list: where it ends, and when it makes no sense to read on.

use bytes::Bytes;

use super::Page;
use super::likeness::{is_alike, is_flat};
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
        // Decoded again to see if there are items, which only a repeated or a flat page has to pay for.
        let is_empty = |result: Result<T>| result.map(|page| page.into_items().is_empty());
        let repeated = self.compare(&body, || is_empty(finish(completed)).unwrap_or(false));
        let page = finish(completed)?;
        let position = number.saturating_sub(self.first).saturating_add(1);
        let count = page.page_count();
        if self.alike > 0 && count.is_some_and(|count| position > count) {
            // The list became shorter, and the service returns its last page for those after it.
            return Ok(Step::End);
        }
        let is_stuck = self.alike > ALIKE
            || (repeated && is_empty(finish(completed)).is_ok_and(|empty| !empty));
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
    /// should it contain items. `is_empty` says whether this page contains none.
    fn compare(&mut self, body: &Bytes, is_empty: impl FnOnce() -> bool) -> bool {
        let Some(previous) = &self.previous else {
            return false;
        };
        let same = previous == body;
        let are_flat = || is_flat(previous) && is_flat(body);
        let alike = same || is_alike(previous, body) || (are_flat() && is_empty());
        self.same = if same { self.same + 1 } else { 0 };
        self.alike = if alike { self.alike + 1 } else { 0 };
        self.same >= SAME
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::response::{RawResponse, ResponseBody};

    /// A page of `items`, of a list that reports `pages`.
    #[derive(serde::Deserialize)]
    struct Numbers {
        items: Vec<u32>,
        pages: Option<u32>,
    }

    impl Page for Numbers {
        type Item = u32;

        fn has_next(&self, number: u32) -> bool {
            self.pages.is_none_or(|pages| number < pages)
        }

        fn page_count(&self) -> Option<u32> {
            self.pages
        }

        fn into_items(self) -> Vec<u32> {
            self.items
        }
    }

    fn numbers(completed: &CompletedCall) -> Result<Numbers> {
        serde_json::from_slice(completed.raw.body.bytes())
            .map_err(|error| Error::decode(error.to_string()))
    }

    /// The step of a page: `next`, `last`, `end`, `stop`, or `error`.
    fn step(progress: &mut Progress, number: u32, body: &str, bounded: bool) -> &'static str {
        let completed = CompletedCall {
            raw: RawResponse {
                status: StatusCode::OK,
                headers: HeaderMap::new(),
                body: ResponseBody::Whole(Bytes::copy_from_slice(body.as_bytes())),
            },
            attempts: 1,
            target: "/".into(),
            path_length: 1,
        };
        match progress.step(number, &completed, numbers, bounded) {
            Ok(Step::Page { has_next: true, .. }) => "next",
            Ok(Step::Page { .. }) => "last",
            Ok(Step::End) => "end",
            Ok(Step::Stop(_)) => "stop",
            Err(_) => "error",
        }
    }

    fn page(item: u32, pages: u32) -> String {
        format!(r#"{{"items":[{item}],"pages":{pages}}}"#)
    }

    #[test]
    fn the_last_page_is_that_of_the_latest_count() {
        for (first, pages, last) in [(1, 3, 3), (0, 3, 2), (1, 0, 1), (0, 0, 0)] {
            let mut progress = Progress::new(first);
            assert_eq!(progress.last(), None);
            step(&mut progress, first, &page(1, pages), false);
            assert_eq!(progress.last(), Some(last), "{first}, {pages}");
            step(&mut progress, first + 1, r#"{"items":[2]}"#, false);
            assert_eq!(progress.last(), None);
        }
    }

    #[test]
    fn a_list_continues_as_its_pages_say() {
        for first in [0, 1] {
            let mut progress = Progress::new(first);
            let mut steps = (0..3).map(|at| step(&mut progress, first + at, &page(at, 3), false));
            assert_eq!(steps.next(), Some("next"));
            assert_eq!(steps.next(), Some("next"));
            assert_eq!(steps.next(), Some("last"));
            drop(steps);
            assert_eq!(step(&mut progress, first + 3, "{}", false), "error");
        }
    }

    #[test]
    fn a_page_like_the_one_before_it_is_behind_the_end_of_a_shorter_list() {
        let mut progress = Progress::new(1);
        assert_eq!(step(&mut progress, 1, &page(7, 3), false), "next");
        // The page count is one of the members that may differ.
        assert_eq!(step(&mut progress, 2, &page(7, 2), false), "last");
        assert_eq!(step(&mut progress, 3, &page(7, 2), false), "end");
        let mut other = Progress::new(1);
        assert_eq!(step(&mut other, 1, &page(7, 1), false), "last");
        assert_eq!(step(&mut other, 2, &page(8, 1), false), "last");
    }

    #[test]
    fn a_third_equal_page_is_a_repetition_if_it_has_items() {
        for (body, third) in [(r#"{"items":[7]}"#, "stop"), (r#"{"items":[]}"#, "next")] {
            let mut progress = Progress::new(1);
            assert_eq!(step(&mut progress, 1, body, false), "next");
            assert_eq!(step(&mut progress, 2, body, false), "next");
            assert_eq!(step(&mut progress, 3, body, false), third, "{body}");
        }
        let mut progress = Progress::new(1);
        for (number, item, expected) in [
            (1, 7, "next"),
            (2, 7, "next"),
            (3, 8, "next"),
            (4, 7, "next"),
            (5, 7, "next"),
            (6, 7, "stop"),
        ] {
            let body = format!(r#"{{"items":[{item}]}}"#);
            assert_eq!(
                step(&mut progress, number, &body, false),
                expected,
                "{number}"
            );
        }
    }

    #[test]
    fn a_hundred_pages_may_be_alike() {
        let mut progress = Progress::new(1);
        for number in 1..=ALIKE + 1 {
            let body = format!(r#"{{"items":[7],"at":{number}}}"#);
            assert_eq!(
                step(&mut progress, number, &body, false),
                "next",
                "{number}"
            );
        }
        assert_eq!(
            step(&mut progress, ALIKE + 2, r#"{"items":[7],"at":0}"#, false),
            "stop"
        );
    }

    #[test]
    fn a_list_may_grow_to_twice_its_pages_and_a_thousand() {
        for (pages, bounded, expected) in [
            (1_006, false, "next"),
            (1_007, false, "stop"),
            (1_007, true, "next"),
        ] {
            let mut progress = Progress::new(1);
            assert_eq!(step(&mut progress, 1, &page(1, 3), bounded), "next");
            assert_eq!(step(&mut progress, 2, &page(2, pages), bounded), expected);
        }
    }
}
