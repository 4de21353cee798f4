//! Paginated lists as streams of pages and of items.

mod items;
mod likeness;
mod page;
mod page_request;
mod progress;

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::call::{Acceptance, CompletedCall, Finish};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result, Sent};
use crate::observe::DecodeObserver;
use crate::request::PreparedCall;
use page_request::{PageRequest, QueuedPage, is_late};
use progress::{Progress, Step};

pub use items::Items;
pub use page::Page;

/// The number of failures in a row that end the stream, so that a loop which skips errors ends too.
const FAILURES: u32 = 3;

/// More pages ahead than these only take memory and use up the day's requests.
const MOST_AHEAD: usize = 64;

/// The options of fetching pages.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PageOptions {
    pub(crate) prefetch: usize,
    pub(crate) max_pages: Option<u32>,
}

/// The pages of a list with their numbers, fetched on demand.
///
/// Nothing is requested before the stream is polled. Pages are fetched one at a time unless
/// `.prefetch(n)` was called: then, as soon as a page has said that there is more, up to n pages (64
/// at most) are in flight or ready ahead of the current one, as tasks of the Tokio runtime, and still
/// come in order. Dropping the stream cancels them. Their results after the end of the list are
/// dropped.
///
/// A page that fails is an item of the stream, an [`Error`] that names the [page](Error::page). You
/// can keep reading the stream: it requests the same page again, keeps what came ahead of it, and
/// ends after three failures in a row. A page that cannot be decoded is not requested again; the
/// stream continues with the page after it. A timeout applies to each page; one that runs out of time ahead
/// of its turn, behind the others, is requested again when it is the next.
///
/// A service that returns the same page three times in a row, or whose list grows without end, is
/// stopped with a [`Decode`](crate::ErrorKind::Decode) error.
#[must_use = "a stream fetches nothing until it is polled"]
pub struct Pages<T> {
    client: Client,
    prepared: Result<PreparedCall, Option<Error>>,
    finish: Finish<T>,
    /// Set if the type may reject a 2xx body.
    check: Option<Finish<()>>,
    options: PageOptions,
    /// The pages that were queued and not returned yet, in order.
    queue: VecDeque<QueuedPage>,
    /// The number of the first page that was not queued; `None` after the largest number.
    next: Option<u32>,
    queued: u32,
    /// A page has said that there is more.
    has_next: bool,
    failures: u32,
    progress: Progress,
    ended: bool,
}

impl<T: Page> Pages<T> {
    pub(crate) fn new(
        client: Client,
        prepared: Result<PreparedCall>,
        finish: Finish<T>,
        check: Option<Finish<()>>,
        options: PageOptions,
    ) -> Self {
        let (first, start) = match &prepared {
            Ok(prepared) => {
                (prepared.encoded.page.as_ref()).map_or((1, 1), |page| (page.first, page.number))
            }
            Err(_) => (1, 1),
        };
        Self {
            client,
            prepared: prepared.map_err(Some),
            finish,
            check,
            options: PageOptions {
                prefetch: options.prefetch.min(MOST_AHEAD),
                ..options
            },
            queue: VecDeque::new(),
            next: Some(start),
            queued: 0,
            has_next: false,
            failures: 0,
            progress: Progress::new(first),
            ended: false,
        }
    }

    /// Queues up to `size` pages, or one until a page has said that there is more, and requests them.
    fn fill(&mut self, size: usize) {
        let Ok(prepared) = &self.prepared else { return };
        let size = if self.has_next { size } else { size.min(1) };
        while self.queue.len() < size
            && let Some(number) = self.next
            // The page count bounds those ahead; the next one follows from `has_next`.
            && (self.queue.is_empty() || self.progress.last().is_none_or(|last| number <= last))
            && self.options.max_pages.is_none_or(|most| self.queued < most)
        {
            self.queue.push_back(QueuedPage::new(number));
            self.queued += 1;
            self.next = number.checked_add(1);
        }
        for (index, page) in self.queue.iter_mut().take(size).enumerate() {
            // Pages behind a failed one would take rate-limit turns and places that it needs.
            if page.has_failed() {
                break;
            }
            page.request.get_or_insert_with(|| {
                page.is_ahead = index > 0;
                let mut prepared = prepared.clone();
                prepared.encoded.set_page(page.number);
                let acceptance = self.check.map_or(Acceptance::Any, Acceptance::Check);
                let call = crate::call::start(self.client.clone(), Ok(prepared), acceptance);
                if self.options.prefetch > 0 {
                    PageRequest::ahead(call)
                } else {
                    PageRequest::Awaited(call)
                }
            });
        }
    }

    /// Decodes a page and learns from it how the list continues.
    fn take(
        &mut self,
        number: u32,
        completed: &CompletedCall,
        observer: &DecodeObserver,
    ) -> Result<Option<T>> {
        let attempts = completed.attempts;
        let step = self
            .progress
            .step(
                number,
                completed,
                self.finish,
                self.options.max_pages.is_some(),
            )
            .map_err(|error| {
                let error = error.after_attempts(attempts).reached(Sent::Yes);
                observer.undecodable(&error);
                error
            })?;
        match step {
            Step::Page { page, has_next } => {
                self.has_next = has_next;
                if !has_next {
                    self.end();
                }
                Ok(Some(page))
            }
            Step::End => {
                self.end();
                Ok(None)
            }
            Step::Stop(error) => {
                self.end();
                let raw = &completed.raw;
                Err(error
                    .answered_with(raw.status)
                    .with_headers(&raw.headers)
                    .with_body(raw.body.bytes().clone())
                    .after_attempts(attempts))
            }
        }
    }

    fn end(&mut self) {
        self.ended = true;
        self.queue.clear();
    }

    /// Names the page, and queues it again unless it would fail again.
    fn fail(&mut self, number: u32, error: Error) -> Error {
        let error = error.of_page(number);
        let error = match &self.prepared {
            Ok(prepared) => error.at(prepared.endpoint),
            Err(_) => error,
        };
        self.failures += 1;
        // Another request would bring the same body.
        let is_final = matches!(error.kind(), ErrorKind::Decode | ErrorKind::TooLarge);
        let was_last = is_final && self.progress.last().is_some_and(|last| number >= last);
        if self.failures >= FAILURES || was_last {
            self.end();
        }
        if self.ended {
            return error;
        }
        if !is_final {
            self.queue.push_front(QueuedPage::new(number));
        }
        // A page that failed ahead of its turn is requested again when its turn comes.
        for page in &mut self.queue {
            if page.has_failed() {
                page.request = None;
            }
        }
        error
    }
}

impl<T: Page> Stream for Pages<T> {
    type Item = Result<(u32, T)>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Err(error) = &mut this.prepared {
            return Poll::Ready(error.take().map(Err));
        }
        if this.ended {
            return Poll::Ready(None);
        }
        let (number, outcome) = loop {
            this.fill(this.options.prefetch.max(1));
            let front = this.queue.front_mut();
            let Some((page, polled)) = front.and_then(|page| page.poll(context)) else {
                this.end();
                return Poll::Ready(None);
            };
            match polled {
                Poll::Pending => return Poll::Pending,
                // Its own turn has come, and its time starts again.
                Poll::Ready(Err(error)) if page.is_ahead && is_late(&error) => page.request = None,
                Poll::Ready(outcome) => break (page.number, outcome),
            }
        };
        this.queue.pop_front();
        let page =
            outcome.and_then(|(completed, observer)| this.take(number, &completed, &observer));
        Poll::Ready(match page {
            Ok(page) => {
                this.failures = 0;
                if !this.ended {
                    // The next pages are in flight while the caller works on this one.
                    this.fill(this.options.prefetch);
                }
                page.map(|page| Ok((number, page)))
            }
            Err(error) => Some(Err(this.fail(number, error))),
        })
    }
}

/// Nothing in it is pinned in place.
impl<T> Unpin for Pages<T> {}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pages")
            .field(
                "next",
                &self
                    .queue
                    .front()
                    .map_or(self.next, |page| Some(page.number)),
            )
            .field("last", &self.progress.last())
            .finish_non_exhaustive()
    }
}
