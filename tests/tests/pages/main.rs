//! Streams of pages over a socket: order, laziness, pages ahead, errors, and lists that lie.

mod ends;
mod failures;
mod flat;
mod has_next;
mod order;
mod time;

use std::sync::Arc;
use std::time::Duration;

use comm100_tests::pages::{ListNumbersBuilder, Numbers, PageServer};
use futures_util::TryStreamExt as _;
use tokio::sync::Semaphore;

/// Longer than anything here takes: a test that waits for what never happens fails by this.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn ok(page: &Numbers) -> (u16, String) {
    (200, page.json())
}

pub(crate) fn refusal() -> (u16, String) {
    (400, r#"{ "code": 400000, "message": "No." }"#.into())
}

/// A list of this number of pages.
pub(crate) async fn list(pages: u32) -> PageServer {
    PageServer::start(move |asked| async move { ok(&Numbers::page(asked.number, pages)) }).await
}

/// Reads all pages and returns their numbers.
pub(crate) async fn page_numbers(list: ListNumbersBuilder<'_>) -> Vec<u32> {
    let numbers = list.pages().map_ok(|(number, _)| number);
    numbers.try_collect().await.unwrap()
}

/// A gate for each page, whose response waits until it is opened.
#[derive(Clone)]
pub(crate) struct Gates(Arc<Vec<Semaphore>>);

impl Gates {
    pub(crate) fn new(pages: usize) -> Self {
        Self(Arc::new((0..=pages).map(|_| Semaphore::new(0)).collect()))
    }

    pub(crate) fn open(&self, number: u32) {
        self.0[number as usize].add_permits(1);
    }

    pub(crate) async fn pass(&self, number: u32) {
        self.0[number as usize].acquire().await.unwrap().forget();
    }
}
