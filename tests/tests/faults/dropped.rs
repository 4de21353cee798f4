//! A call that is dropped, at every point where it can be: nothing leaks, and
//! places and counts stay right.

use std::error::Error as StdError;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Mutex;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use comm100::{BoxFuture, Clock, QuotaCount, QuotaKey, QuotaStore, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply, Step};
use tokio::task::yield_now;

/// Polls a future at most a number of times, and drops it while it waits.
async fn poll_times<F: Future + Unpin>(mut future: F, times: usize) -> Option<F::Output> {
    let mut left = times;
    poll_fn(move |context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        match Pin::new(&mut future).poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// Yields several times before it counts, to have points at which it can be dropped.
#[derive(Default)]
struct Slow(Mutex<QuotaCount>);

impl Slow {
    fn change<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut QuotaCount) -> T + Send,
    ) -> BoxFuture<'_, Result<T, Box<dyn StdError + Send + Sync>>> {
        let value = change(&mut self.0.lock().expect("one thread"));
        Box::pin(async {
            yield_now().await;
            yield_now().await;
            Ok(value)
        })
    }
}

impl QuotaStore for Slow {
    fn take<'a>(
        &'a self,
        _: &'a QuotaKey,
        _: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, Box<dyn StdError + Send + Sync>>> {
        self.change(|count| {
            count.used += 1;
            true
        })
    }

    fn count<'a>(
        &'a self,
        _: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<QuotaCount, Box<dyn StdError + Send + Sync>>> {
        self.change(|count| *count)
    }

    fn exhaust<'a>(
        &'a self,
        _: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        self.change(|_| ())
    }
}

/// Yields during the backoff.
struct Yields;

impl Clock for Yields {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async {
            yield_now().await;
            yield_now().await;
        })
    }
}

/// First an error in two parts, then a response in two parts: the call waits
/// for the store, the connection, both heads, both bodies and the backoff.
fn replies() -> [Reply; 2] {
    let in_parts = |status, start: &'static str, end: &'static str| {
        let length = (start.len() + end.len()).to_string();
        Reply::head(status, &[("content-length", &length)])
            .write(start)
            .step(Step::Drip(
                Bytes::from_static(end.as_bytes()),
                Duration::from_millis(1),
            ))
    };
    [
        in_parts(503, "{\"code\":", "1}"),
        in_parts(200, r#"{"value":"#, r#""x"}"#),
    ]
}

#[tokio::test]
async fn at_every_await_point() {
    let mut finished = false;
    for polls in 0..200 {
        let server = FaultServer::replies(replies()).await.expect("a server");
        let client = crate::builder(server.origin())
            .expect("an origin")
            .max_in_flight(1)
            .retry(RetryPolicy::new().jitter(|longest| longest))
            .clock(Yields)
            .quota_store(Slow::default())
            .build()
            .expect("a client");
        let before = tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks();
        let outcome = poll_times(client.read("1").send(), polls).await;
        finished = outcome.is_some();
        if let Some(outcome) = outcome {
            assert_eq!(outcome.expect("an answer").value, "x");
        }
        // Its place is free again: another call gets through.
        let again = tokio::time::timeout(Duration::from_secs(5), client.read("2")).await;
        again.expect("a place").expect("an answer");
        // The count is at least the number of requests that arrived.
        let used = client.quota().await.expect("a count").used();
        assert!(
            used >= server.counts().requests as u64,
            "after {polls} polls"
        );
        // No connection and no task is left of it.
        drop(client);
        server.until(|counts| counts.open == 0).await;
        let mut rounds = 0;
        while tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks()
            > before
        {
            yield_now().await;
            rounds += 1;
            assert!(rounds < 100_000, "a task is left after {polls} polls");
        }
        if finished {
            assert!(
                polls > 8,
                "the call was done after {polls} polls: it waits too rarely"
            );
            break;
        }
    }
    assert!(finished, "200 polls were not enough");
}

#[tokio::test]
async fn before_it_began() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    drop(client.create("1").send());
    drop(client.read("1"));
    assert_eq!(client.quota().await.expect("a count").used(), 0);
    assert_eq!(server.counts().accepted, 0);
}

/// Calls that wait for a permit and give up leave the queue in order.
#[tokio::test]
async fn while_it_waits_for_a_place() {
    let gate = comm100_tests::fault::Gate::new();
    let server_gate = gate.clone();
    let server = FaultServer::builder()
        .on_request(move |_, _| {
            let mut reply = Reply::new().gate(&server_gate);
            reply.steps.extend(Reply::ok().steps);
            reply
        })
        .start()
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(Duration::from_secs(60))
        .max_in_flight(1)
        .build()
        .expect("a client");
    let first = tokio::spawn(client.read("first").send());
    gate.reached(1).await;
    for _ in 0..100 {
        assert!(
            poll_times(client.read("given up").send(), 1)
                .await
                .is_none()
        );
    }
    let last = tokio::spawn(client.read("last").send());
    gate.open();
    first.await.expect("a task").expect("an answer");
    last.await.expect("a task").expect("an answer");
    let targets: Vec<_> = server
        .received()
        .iter()
        .map(|request| request.target().to_owned())
        .collect();
    assert_eq!(
        targets,
        [
            "/api/v1/livechat/faults/first",
            "/api/v1/livechat/faults/last"
        ]
    );
    assert_eq!(client.quota().await.expect("a count").used(), 2);
}
