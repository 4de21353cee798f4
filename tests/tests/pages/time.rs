//! Timeouts, pages ahead, and runtimes.

use std::time::Duration;

use comm100::mock::Mock;
use comm100::{ErrorKind, Items, Pages};
use comm100_tests::pages::{Asked, ListNumbersBuilder, Numbers, NumbersApi, PageServer};
use futures_util::{FutureExt as _, StreamExt as _, TryStreamExt as _};

use crate::ok;

#[tokio::test(start_paused = true)]
async fn the_limit_of_time_is_each_pages_and_a_slow_reader_does_not_break_it() {
    let mock = Mock::new();
    mock.on(ListNumbersBuilder::ENDPOINT)
        .reply_with(|request| {
            let number = request.query("page").unwrap().parse().unwrap();
            http::Response::new(Numbers::page(number, 20).json().into())
        })
        .delay(Duration::from_secs(3));
    let client = mock.client();
    for prefetch in [0, 4] {
        let builder = client.list_numbers().timeout(Duration::from_secs(5));
        let mut pages = builder.prefetch(prefetch).pages();
        let mut read = 0;
        while let Some(page) = pages.next().await {
            page.unwrap();
            read += 1;
            tokio::time::sleep(Duration::from_secs(600)).await;
        }
        assert_eq!(read, 20);
    }
}

#[tokio::test]
async fn a_page_that_takes_too_long_is_an_error_of_that_page() {
    let server = PageServer::start(|asked: Asked| async move {
        if asked == (Asked { number: 2, time: 1 }) {
            std::future::pending::<()>().await;
        }
        ok(&Numbers::page(asked.number, 3))
    })
    .await;
    let client = server.client();
    let builder = client.list_numbers().timeout(Duration::from_millis(300));
    let results: Vec<_> = builder.pages().collect().await;
    assert_eq!(results.len(), 4);
    let error = results[1].as_ref().unwrap_err();
    assert_eq!((error.kind(), error.page()), (ErrorKind::Timeout, Some(2)));
}

/// 100 pages of 50 ms, measured by the clock of the runtime: eight ahead take at most a sixth.
#[tokio::test(start_paused = true)]
async fn pages_ahead_hide_the_latency() {
    let mock = Mock::new();
    mock.on(ListNumbersBuilder::ENDPOINT)
        .reply_with(|request| {
            let number = request.query("page").unwrap().parse().unwrap();
            http::Response::new(Numbers::page(number, 100).json().into())
        })
        .delay(Duration::from_millis(50));
    let client = mock.client();
    let mut times = Vec::new();
    for prefetch in [0, 8] {
        let start = tokio::time::Instant::now();
        let items: Vec<u32> = client
            .list_numbers()
            .prefetch(prefetch)
            .items()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(items.len(), 200);
        times.push(start.elapsed());
    }
    assert!(times[0] >= Duration::from_secs(5), "{times:?}");
    assert!(times[1] * 6 <= times[0], "{times:?}");
}

/// A list that can be read page by page can be read ahead too: a page that found no turn or place within
/// its time is requested again when it is the next one.
#[tokio::test(start_paused = true)]
async fn pages_ahead_take_no_time_from_each_other() {
    let mock = Mock::new();
    mock.on(ListNumbersBuilder::ENDPOINT)
        .reply_with(|request| {
            let number = request.query("page").unwrap().parse().unwrap();
            http::Response::new(Numbers::page(number, 20).json().into())
        })
        .delay(Duration::from_secs(2));
    let builder = || {
        comm100_tests::client::builder("http://127.0.0.1:1")
            .unwrap()
            .transport(mock.transport())
            .timeout(Duration::from_secs(9))
            .attempt_timeout(Duration::from_secs(9))
    };
    for limited in [
        builder().rate_limit(2, Duration::from_secs(5)),
        builder().max_in_flight(1),
    ] {
        let client = limited.build().unwrap();
        for prefetch in [0, 16] {
            let pages = client.list_numbers().prefetch(prefetch).pages();
            let numbers: Vec<u32> = pages
                .map_ok(|(number, _)| number)
                .try_collect()
                .await
                .unwrap();
            assert!(numbers.into_iter().eq(1..=20));
        }
    }
}

tokio::task_local! {
    static READER: ();
}

/// Without pages ahead, no task of its own reads a page.
#[tokio::test]
async fn a_page_is_requested_where_its_stream_is_polled() {
    for (prefetch, expected) in [(0, true), (1, false)] {
        let client = comm100_tests::client::builder("http://127.0.0.1:1")
            .unwrap()
            .transport_fn(|_| {
                // Of another status, so that the client does not read it any further.
                let mut response = http::Response::new("");
                if READER.try_with(|()| ()).is_err() {
                    *response.status_mut() = http::StatusCode::GONE;
                }
                async { Ok(response) }
            })
            .build()
            .unwrap();
        let mut pages = client.list_numbers().prefetch(prefetch).pages();
        let error = READER.scope((), pages.next()).await.unwrap().unwrap_err();
        assert_eq!(error.kind() == ErrorKind::Decode, expected, "{error}");
    }
}

#[test]
fn outside_of_a_runtime_a_stream_says_that_it_needs_one() {
    let mock = Mock::new();
    mock.on(ListNumbersBuilder::ENDPOINT).optional();
    for prefetch in [0, 8] {
        let client = mock.client();
        let mut pages = client.list_numbers().prefetch(prefetch).pages();
        let error = pages.next().now_or_never().unwrap().unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
    }
}

#[test]
fn streams_can_be_moved_and_sent() {
    fn is_free<T: Send + Unpin + 'static>() {}
    is_free::<Pages<Numbers>>();
    is_free::<Items<Numbers>>();
}
