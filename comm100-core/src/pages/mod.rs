//! Paginated lists as streams of pages and of items.

mod flight;
mod items;
mod progress;

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::call::{CompletedCall, Finish};
use crate::client::Client;
use crate::error::{Error, Result, Sent};
use crate::observe::DecodeObserver;
use crate::request::PreparedCall;
use flight::PageRequest;
use progress::{Progress, Step};

pub use items::Items;

/// A page that fails so often in a row ends the stream, so that a loop which passes over errors
/// ends too.
const FAILURES: u32 = 3;

/// More pages ahead than these only hold memory and spend the day's requests.
const MOST_AHEAD: usize = 64;

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
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "with `#[query(page)]` an endpoint returns a type that is `comm100::Page`",
    note = "implement `comm100::Page` for the type, or make the parameter a plain `#[query]`"
)]
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
/// Nothing is requested before the stream is polled, and one page at a time unless `.prefetch(n)`
/// was called: then, as soon as the first page has told how many there are, up to n pages (64 at
/// most) are on their way or ready ahead of the one that is worked on, as tasks of the Tokio
/// runtime, and still come in order. Dropping the stream ends them.
///
/// A page that fails is an item of the stream, an [`Error`] that names the
/// [page](Error::page). The stream can be read on: it requests the same page once more, keeps what
/// came ahead of it, and ends after three failures in a row. A limit of time is each page's.
///
/// A service that gives the same page again, or whose list grows without an end, is stopped with a
/// [`Decode`](crate::ErrorKind::Decode) error.
#[must_use = "a stream fetches nothing until it is polled"]
pub struct Pages<T> {
    client: Client,
    plan: Result<PreparedCall, Option<Error>>,
    finish: Finish<T>,
    options: PageOptions,
    /// Pages that were begun and not handed out, in order.
    window: VecDeque<Slot>,
    /// The number of the first page that was not begun; `None` behind the last possible one.
    next: Option<u32>,
    begun: u32,
    failures: u32,
    progress: Progress,
    ended: bool,
}

struct Slot {
    number: u32,
    state: State,
}

enum State {
    /// To be requested, again if it failed before.
    Idle,
    OnItsWay(PageRequest),
}

impl<T: Page> Pages<T> {
    pub(crate) fn new(
        client: Client,
        plan: Result<PreparedCall>,
        finish: Finish<T>,
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
            options: PageOptions {
                prefetch: options.prefetch.min(MOST_AHEAD),
                ..options
            },
            window: VecDeque::new(),
            next: Some(first),
            begun: 0,
            failures: 0,
            progress: Progress::default(),
            ended: false,
        }
    }

    /// Begins what may be on its way: `size` pages, or one until the first has told how many there
    /// are.
    fn fill(&mut self, size: usize) {
        let Ok(plan) = &self.plan else { return };
        let size = if self.progress.last().is_none() {
            size.min(1)
        } else {
            size
        };
        while self.window.len() < size
            && let Some(number) = self.next
            && self.progress.last().is_none_or(|last| number <= last)
            && self.options.max_pages.is_none_or(|most| self.begun < most)
        {
            self.window.push_back(Slot {
                number,
                state: State::Idle,
            });
            self.begun += 1;
            self.next = number.checked_add(1);
        }
        for slot in self.window.iter_mut().take(size) {
            if let State::Idle = slot.state {
                let mut plan = plan.clone();
                plan.encoded.set_page(slot.number);
                let call = crate::call::start(self.client.clone(), Ok(plan));
                slot.state = State::OnItsWay(if self.options.prefetch > 0 {
                    PageRequest::ahead(call)
                } else {
                    PageRequest::awaited(call)
                });
            }
        }
    }

    /// Decodes a page and takes from it how the list goes on.
    fn take(
        &mut self,
        number: u32,
        completed: CompletedCall,
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
            Step::Page(page) => {
                self.forget_beyond_the_end();
                Ok(Some(page))
            }
            Step::End => {
                self.end();
                Ok(None)
            }
            Step::Stop(error) => {
                self.end();
                Err(error)
            }
        }
    }

    /// A list that became shorter has no use for pages that are on their way behind its end. Should
    /// it grow again, they are begun anew.
    fn forget_beyond_the_end(&mut self) {
        let Some(last) = self.progress.last() else {
            return;
        };
        while self.window.back().is_some_and(|slot| slot.number > last) {
            let slot = self.window.pop_back();
            self.next = slot.map(|slot| slot.number);
            self.begun -= 1;
        }
    }

    fn end(&mut self) {
        self.ended = true;
        self.window.clear();
    }

    /// Names the page and makes it the next to request.
    fn fail(&mut self, number: u32, error: Error) -> Error {
        let error = error.of_page(number);
        let error = match &self.plan {
            Ok(plan) => error.at(plan.endpoint),
            Err(_) => error,
        };
        self.failures += 1;
        if self.failures >= FAILURES {
            self.end();
        }
        if !self.ended {
            self.window.push_front(Slot {
                number,
                state: State::Idle,
            });
            // What failed ahead of its turn is requested again when its turn comes.
            for slot in &mut self.window {
                if let State::OnItsWay(flight) = &mut slot.state
                    && flight.has_failed()
                {
                    slot.state = State::Idle;
                }
            }
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
        if this.ended {
            return Poll::Ready(None);
        }
        this.fill(this.options.prefetch.max(1));
        let Some(Slot {
            number,
            state: State::OnItsWay(flight),
        }) = this.window.front_mut()
        else {
            this.end();
            return Poll::Ready(None);
        };
        let number = *number;
        let Poll::Ready(outcome) = flight.poll(context) else {
            return Poll::Pending;
        };
        this.window.pop_front();
        Poll::Ready(
            match outcome.and_then(|(completed, observer)| this.take(number, completed, &observer))
            {
                Ok(page) => {
                    this.failures = 0;
                    // While this page is worked on, the next ones are on their way.
                    this.fill(this.options.prefetch);
                    page.map(|page| Ok((number, page)))
                }
                Err(error) => Some(Err(this.fail(number, error))),
            },
        )
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
                    .window
                    .front()
                    .map_or(self.next, |slot| Some(slot.number)),
            )
            .field("last", &self.progress.last())
            .finish_non_exhaustive()
    }
}
