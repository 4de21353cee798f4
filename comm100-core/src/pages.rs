//! Paginated lists as streams of pages and of items.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_core::future::BoxFuture;

use crate::client::Client;
use crate::decode::Raw;
use crate::draft::Plan;
use crate::error::{Error, ErrorKind, Result};
use crate::execute;

/// A page that fails so often in a row ends the stream, so that a loop which
/// passes over errors ends too.
const FAILURES: u32 = 3;

/// One page of a list: the response type of an endpoint with `#[query(page)]`.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct TicketPage { tickets: Vec<u64>, pages: u32 }
///
/// impl comm100::Page for TicketPage {
///     type Item = u64;
///     fn page_count(&self) -> u32 { self.pages }
///     fn into_items(self) -> Vec<u64> { self.tickets }
/// }
/// ```
pub trait Page {
    /// What the list is of.
    type Item;

    /// How many pages there are; the last one has this number.
    fn page_count(&self) -> u32;

    /// The page's items, in order.
    fn into_items(self) -> Vec<Self::Item>;
}

/// How pages are fetched.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PageOptions {
    pub(crate) prefetch: usize,
    pub(crate) max_pages: Option<u32>,
}

/// The pages of a list with their numbers, fetched as they are asked for.
///
/// A page that fails is an item of the stream, which names it; asked again, the
/// stream tries the same page once more, and ends after three failures in a row.
#[must_use = "a stream fetches nothing until it is polled"]
pub struct Pages<T> {
    client: Client,
    plan: Result<Plan, Option<Error>>,
    finish: fn(Raw) -> Result<T>,
    options: PageOptions,
    /// The requests on their way, in order.
    queue: VecDeque<InFlight>,
    /// The number of the next page to request.
    next: u32,
    /// The number of the last page, once a page has told it.
    last: Option<u32>,
    first_count: Option<u32>,
    started: u32,
    failures: u32,
    seen: HashSet<u64>,
}

struct InFlight {
    number: u32,
    state: State,
}

enum State {
    Waiting(BoxFuture<'static, Result<Raw>>),
    Done(Result<Raw>),
}

impl<T: Page> Pages<T> {
    pub(crate) fn new(
        client: Client,
        plan: Result<Plan>,
        finish: fn(Raw) -> Result<T>,
        options: PageOptions,
    ) -> Self {
        let first = match &plan {
            Ok(plan) => plan.encoded.page.as_ref().map_or(1, |page| page.number),
            Err(_) => 1,
        };
        Self {
            client,
            plan: plan.map_err(Some),
            finish,
            options,
            queue: VecDeque::new(),
            next: first,
            last: None,
            first_count: None,
            started: 0,
            failures: 0,
            seen: HashSet::new(),
        }
    }

    /// Starts what may be on its way: one page until the first has told how
    /// many there are, then as many as asked for.
    fn fill(&mut self) {
        let Ok(plan) = &self.plan else { return };
        let window = match self.last {
            None => 1,
            Some(_) => self.options.prefetch.max(1),
        };
        while self.queue.len() < window
            && self.failures < FAILURES
            && self.last.is_none_or(|last| self.next <= last)
            && self
                .options
                .max_pages
                .is_none_or(|most| self.started < most)
        {
            let mut plan = plan.clone();
            plan.encoded.set_page(self.next);
            self.queue.push_back(InFlight {
                number: self.next,
                state: State::Waiting(execute::start(self.client.clone(), Ok(plan))),
            });
            self.started += 1;
            let Some(next) = self.next.checked_add(1) else {
                self.last = Some(self.next);
                return;
            };
            self.next = next;
        }
    }

    /// Decodes a page and takes from it how the list goes on.
    fn take(&mut self, number: u32, raw: Raw) -> Result<T> {
        let mut hasher = DefaultHasher::new();
        raw.body.hash(&mut hasher);
        let attempts = raw.attempts;
        let page = (self.finish)(raw).map_err(|mut error| {
            error.inner_mut().attempts = attempts;
            error
        })?;
        let count = page.page_count();
        let first_count = *self.first_count.get_or_insert(count);
        if count > number && !self.seen.insert(hasher.finish()) {
            self.stop();
            return Err(Error::new(
                ErrorKind::Decode,
                "the service gives the same page again; the list is not read on".into(),
            ));
        }
        // New items make a few pages more while a list is read; a list that
        // runs away from its reader has no end.
        if count > first_count.saturating_mul(2).saturating_add(100) {
            self.stop();
            return Err(Error::new(
                ErrorKind::Decode,
                format!(
                    "the list said {first_count} pages at first and now says {count}; it is not read on"
                ),
            ));
        }
        self.last = Some(count);
        Ok(page)
    }

    fn stop(&mut self) {
        self.last = Some(0);
        self.failures = FAILURES;
        self.queue.clear();
    }

    /// Names the page and makes it the next to request.
    fn fail(&mut self, number: u32, mut error: Error) -> Error {
        let inner = error.inner_mut();
        inner.page = Some(number);
        if inner.endpoint.is_none() {
            inner.endpoint = self.plan.as_ref().ok().map(|plan| plan.endpoint);
        }
        if self.failures < FAILURES {
            self.failures += 1;
            self.started -= u32::try_from(self.queue.len()).unwrap_or(0) + 1;
            self.queue.clear();
            self.next = number;
        }
        error
    }
}

impl<T: Page> Stream for Pages<T> {
    type Item = Result<(u32, T)>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Err(error) = &mut this.plan {
            return Poll::Ready(error.take().map(Err));
        }
        this.fill();
        for flight in &mut this.queue {
            if let State::Waiting(call) = &mut flight.state
                && let Poll::Ready(outcome) = call.as_mut().poll(context)
            {
                flight.state = State::Done(outcome);
            }
        }
        match this.queue.pop_front() {
            None => Poll::Ready(None),
            Some(InFlight {
                number,
                state: State::Done(outcome),
            }) => {
                let outcome = outcome.and_then(|raw| this.take(number, raw));
                Poll::Ready(Some(match outcome {
                    Ok(page) => {
                        this.failures = 0;
                        Ok((number, page))
                    }
                    Err(error) => Err(this.fail(number, error)),
                }))
            }
            Some(waiting) => {
                this.queue.push_front(waiting);
                Poll::Pending
            }
        }
    }
}

/// Nothing in it is pinned in place.
impl<T> Unpin for Pages<T> {}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pages")
            .field("next", &self.next)
            .field("last", &self.last)
            .finish_non_exhaustive()
    }
}

/// The items of all pages, fetched as they are asked for.
///
/// What came before an error is given first.
#[must_use = "a stream fetches nothing until it is polled"]
pub struct Items<T: Page> {
    pages: Pages<T>,
    items: std::vec::IntoIter<T::Item>,
}

impl<T: Page> Items<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        Self {
            pages,
            items: Vec::new().into_iter(),
        }
    }
}

impl<T: Page> Stream for Items<T> {
    type Item = Result<T::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match Pin::new(&mut self.pages).poll_next(context) {
                Poll::Ready(Some(Ok((_, page)))) => self.items = page.into_items().into_iter(),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

impl<T: Page> Unpin for Items<T> {}

impl<T: Page> fmt::Debug for Items<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Items")
            .field("ready", &self.items.len())
            .field("pages", &self.pages)
            .finish()
    }
}
