//! A server of a list with pages, which records the requested pages and can delay them.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use comm100::{Client, Credentials, Page, Platform, Result, api};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// A page of numbers: page 3 has 30 and 31.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// The items.
    pub numbers: Vec<u32>,
    /// The number of pages.
    pub pages: u32,
}

impl Numbers {
    /// The page of that number.
    #[must_use]
    pub fn page(number: u32, pages: u32) -> Self {
        Self {
            numbers: vec![number * 10, number * 10 + 1],
            pages,
        }
    }

    /// As a body.
    ///
    /// # Panics
    ///
    /// Never: numbers can be written.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("numbers")
    }
}

impl Page for Numbers {
    type Item = u32;

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn page_count(&self) -> Option<u32> {
        Some(self.pages)
    }

    fn into_items(self) -> Vec<u32> {
        self.numbers
    }
}

/// The list.
#[api(path = "livechat/numbers")]
pub trait NumbersApi {
    /// Lists numbers.
    #[get]
    async fn list_numbers(
        &self,
        /// Anything.
        #[query]
        keyword: Option<&str>,
        /// The first page.
        #[query(page)]
        page: Option<u32>,
        /// Anything behind the page's number.
        #[query]
        sort: Option<&str>,
    ) -> Result<Numbers>;
}

/// One request for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The page's number.
    pub number: u32,
    /// Which request for this page it is, from 1 on.
    pub time: usize,
}

#[derive(Debug, Default)]
struct Seen {
    asked: Vec<u32>,
    active: usize,
    most_active: usize,
}

#[derive(Debug, Default)]
struct Shared {
    seen: Mutex<Seen>,
    changed: Notify,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct PageServer {
    origin: String,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

/// Counts a request until it gets a response or its connection ends.
struct Active(Arc<Shared>);

impl Drop for Active {
    fn drop(&mut self) {
        self.0.lock().active -= 1;
        self.0.changed.notify_waiters();
    }
}

/// The page's number; 1 without one.
fn wanted(uri: &Uri) -> u32 {
    let mut pairs = uri.query().unwrap_or_default().split('&');
    let number = pairs.find_map(|pair| pair.strip_prefix("page="));
    number.map_or(1, |number| number.parse().expect("a page's number"))
}

impl PageServer {
    /// Responds to each request with the status and body that `answer` returns, once it does.
    ///
    /// # Panics
    ///
    /// If no port of the loopback interface can be had.
    pub async fn start<F, R>(answer: F) -> Self
    where
        F: Fn(Asked) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = (u16, String)> + Send + 'static,
    {
        let shared = Arc::new(Shared::default());
        let handler = async move |State(shared): State<Arc<Shared>>, uri: Uri| {
            let asked = {
                let number = wanted(&uri);
                let mut seen = shared.lock();
                seen.asked.push(number);
                seen.active += 1;
                seen.most_active = seen.most_active.max(seen.active);
                let before = seen.asked.iter().filter(|page| **page == number);
                Asked {
                    number,
                    time: before.count(),
                }
            };
            let active = Active(Arc::clone(&shared));
            shared.changed.notify_waiters();
            let (status, body) = answer(asked).await;
            drop(active);
            (StatusCode::from_u16(status).expect("a status"), body)
        };
        let app = Router::new()
            .route("/api/v1/livechat/numbers", axum::routing::get(handler))
            .with_state(Arc::clone(&shared));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let task = tokio::spawn(async move {
            axum::serve(listener, app).await.expect("a server");
        });
        Self {
            origin,
            shared,
            task,
        }
    }

    /// A client of this server.
    ///
    /// # Panics
    ///
    /// Never: its settings are valid.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::builder()
            .platform(Platform::custom(&self.origin).expect("an origin"))
            .credentials(Credentials::new("agent@example.com", "key"))
            .build()
            .expect("a client")
    }

    /// The numbers of the requested pages, in the order of arrival.
    #[must_use]
    pub fn asked(&self) -> Vec<u32> {
        self.shared.lock().asked.clone()
    }

    /// The most requests that were unanswered at one time.
    #[must_use]
    pub fn most_active(&self) -> usize {
        self.shared.lock().most_active
    }

    /// Waits until this number of requests arrived.
    pub async fn until_requested(&self, requests: usize) {
        self.until(|seen| seen.asked.len() >= requests).await;
    }

    /// Waits until this number of requests is in flight.
    pub async fn until_active(&self, requests: usize) {
        self.until(|seen| seen.active == requests).await;
    }

    async fn until(&self, reached: impl Fn(&Seen) -> bool) {
        loop {
            let changed = self.shared.changed.notified();
            let mut changed = std::pin::pin!(changed);
            changed.as_mut().enable();
            if reached(&self.shared.lock()) {
                return;
            }
            changed.await;
        }
    }
}

impl Drop for PageServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}
