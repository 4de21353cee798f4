//! Properties for any order of requests, clock jumps and dates of responses.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use comm100::{Client, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::clock::TestClock;
use jiff::{Timestamp, ToSpan as _};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::NOON;

const LIMIT: u64 = 3;

/// A client without a server: `answer` returns the status and the `Date`.
fn client(
    clock: &Arc<TestClock>,
    answer: impl Fn() -> (u16, Option<Timestamp>) + Send + Sync + 'static,
) -> Client {
    client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .clock(Arc::clone(clock))
        .daily_limit(LIMIT)
        .retry(RetryPolicy::off())
        .transport_fn(move |_| {
            let (status, date) = answer();
            let mut response = http::Response::builder().status(status);
            if let Some(date) = date {
                let date = date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
                response = response.header("date", date);
            }
            let response = response.body(r#"{"value":"done"}"#).expect("a response");
            async move { Ok(response) }
        })
        .build()
        .expect("a client")
}

fn run(future: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime")
        .block_on(future);
}

fn noon() -> Timestamp {
    NOON.parse().expect("a time")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However the local clock jumps within two weeks, no day of it has more
    /// requests than the limit.
    #[test]
    fn no_local_day_has_more_than_the_limit(hours in vec(-168_i64..168, 1..60)) {
        run(async {
            let clock = Arc::new(TestClock::at(NOON));
            let sent = Arc::new(AtomicUsize::new(0));
            let counted = Arc::clone(&sent);
            let client = client(&clock, move || {
                counted.fetch_add(1, Ordering::Relaxed);
                (200, None)
            });
            let mut days = HashMap::new();
            for hours in hours {
                let now = noon() + hours.hours();
                clock.set(&now.to_string());
                let before = sent.load(Ordering::Relaxed);
                for _ in 0..2 {
                    let _ = client.read("1").await;
                }
                let day = now.as_second().div_euclid(86_400);
                *days.entry(day).or_insert(0) += sent.load(Ordering::Relaxed) - before;
            }
            assert!(days.values().all(|&sent| sent as u64 <= LIMIT), "{days:?}");
        });
    }

    /// Responses with a wrong date, none of which is confirmed by the next one,
    /// and errors of proxies with any date, do not move the day.
    #[test]
    fn unconfirmed_dates_do_not_move_the_day(
        odd in vec((-200_000_i64..200_000, prop_oneof![Just(200_u16), Just(404), Just(502), Just(503)]), 1..40),
    ) {
        run(async {
            let clock = Arc::new(TestClock::at(NOON));
            let answers = Arc::new(Mutex::new(odd.into_iter().enumerate().collect::<Vec<_>>()));
            let hands = Arc::clone(&clock);
            let sent = Arc::new(AtomicUsize::new(0));
            let counted = Arc::clone(&sent);
            let client = client(&clock, move || {
                counted.fetch_add(1, Ordering::Relaxed);
                let now = comm100::Clock::now(&*hands);
                match answers.lock().expect("a lock").pop() {
                    // Every other one is right.
                    Some((number, (seconds, status))) if number % 2 == 0 || status >= 500 => {
                        (status, Some(now + seconds.seconds()))
                    }
                    Some((_, (_, status))) => (status, Some(now)),
                    None => (200, Some(now)),
                }
            });
            for day in 0..8 {
                let before = sent.load(Ordering::Relaxed);
                for minute in 0..10 {
                    let now = noon() + (day * 24).hours() + minute.minutes();
                    clock.set(&now.to_string());
                    let _ = client.read("1").await;
                }
                assert_eq!(sent.load(Ordering::Relaxed) - before, 3);
            }
        });
    }
}
