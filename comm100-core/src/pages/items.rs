//! The items of all pages as one stream.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::{Page, Pages};
use crate::error::Result;

/// The items of all pages, fetched on demand.
///
/// The items before an error come first; the error names the page, and you can keep reading the
/// stream. For the rest, see [`Pages`].
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

/// Nothing in it is pinned in place.
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
