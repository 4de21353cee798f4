//! Streams of pages over a socket: order, laziness, pages ahead, errors, and lists that lie.

use std::sync::Arc;
use std::time::Duration;

use comm100::mock::Mock;
use comm100::{ErrorKind, Items, Pages};
use comm100_tests::pages::{Asked, ListNumbersBuilder, Numbers, NumbersApi, PageServer};
use futures_util::{FutureExt as _, StreamExt as _, TryStreamExt as _};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// Longer than anything here takes: a test that waits for what never happens fails by this.
const PATIENCE: Duration = Duration::from_secs(20);

fn ok(page: &Numbers) -> (u16, String) {
    (200, page.json())
}

fn refusal() -> (u16, String) {
    (400, r#"{ "code": 400000, "message": "No." }"#.into())
}

/// A list of so many pages.
async fn list(pages: u32) -> PageServer {
    PageServer::start(move |asked| async move { ok(&Numbers::page(asked.number, pages)) }).await
}

/// A gate for each page: answered when it is opened.
#[derive(Clone)]
struct Gates(Arc<Vec<Semaphore>>);

impl Gates {
    fn new(pages: usize) -> Self {
        Self(Arc::new((0..=pages).map(|_| Semaphore::new(0)).collect()))
    }

    fn open(&self, number: u32) {
        self.0[number as usize].add_permits(1);
    }

    async fn pass(&self, number: u32) {
        self.0[number as usize].acquire().await.unwrap().forget();
    }
}

#[tokio::test]
async fn pages_come_in_order_with_their_numbers_and_one_at_a_time() {
    let server = list(4).await;
    let pages: Vec<_> = server
        .client()
        .list_numbers()
        .pages()
        .try_collect()
        .await
        .unwrap();
    let expected: Vec<_> = (1..=4).map(|n| (n, Numbers::page(n, 4))).collect();
    assert_eq!(pages, expected);
    assert_eq!(server.asked(), [1, 2, 3, 4]);
    assert_eq!(server.most_active(), 1);
}

#[tokio::test]
async fn items_come_in_order() {
    let server = list(3).await;
    for prefetch in [0, 1, 2, 8, usize::MAX] {
        let client = server.client();
        let items = client.list_numbers().prefetch(prefetch).items();
        let items: Vec<u32> = items.try_collect().await.unwrap();
        assert_eq!(items, [10, 11, 20, 21, 30, 31], "prefetch {prefetch}");
    }
}

#[tokio::test]
async fn nothing_is_requested_before_it_is_asked_for() {
    let server = list(4).await;
    let client = server.client();
    let mut pages = client.list_numbers().pages();
    // A request of another kind would arrive behind what the stream sent.
    client.list_numbers().page(91).await.unwrap();
    pages.next().await.unwrap().unwrap();
    client.list_numbers().page(92).await.unwrap();
    pages.next().await.unwrap().unwrap();
    drop(pages);
    client.list_numbers().page(93).await.unwrap();
    assert_eq!(server.asked(), [91, 1, 92, 2, 93]);
}

#[tokio::test]
async fn the_first_page_alone_is_requested_until_it_says_that_there_is_more() {
    let gates = Gates::new(20);
    let held = gates.clone();
    let server = PageServer::start(move |asked: Asked| {
        let gates = held.clone();
        async move {
            gates.pass(asked.number).await;
            ok(&Numbers::page(asked.number, 20))
        }
    })
    .await;
    let client = server.client();
    let mut pages = client.list_numbers().prefetch(8).pages();
    assert!(pages.next().now_or_never().is_none());
    server.until_active(1).await;
    gates.open(1);
    pages.next().await.unwrap().unwrap();
    // The stream is not polled, and the next eight pages are on their way.
    timeout(PATIENCE, server.until_active(8)).await.unwrap();
    let mut asked = server.asked();
    asked.sort_unstable();
    assert_eq!(asked, [1, 2, 3, 4, 5, 6, 7, 8, 9]);

    // They are answered from the last to the first, and come from the first to the last.
    for number in (2..=9).rev() {
        assert!(
            pages.next().now_or_never().is_none(),
            "page {number} was handed out before"
        );
        gates.open(number);
    }
    for number in 2..=9 {
        let (found, page) = timeout(PATIENCE, pages.next())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        assert_eq!((found, page), (number, Numbers::page(number, 20)));
    }
    // Each page that was handed out made room for one.
    timeout(PATIENCE, server.until_asked(17)).await.unwrap();
    assert_eq!(server.most_active(), 8);
    // Dropped, it leaves nothing behind.
    drop(pages);
    timeout(PATIENCE, server.until_active(0)).await.unwrap();
    assert_eq!(server.asked().len(), 17);
}

#[tokio::test]
async fn a_stream_begins_at_the_page_that_it_is_told() {
    let server = list(5).await;
    let client = server.client();
    let items: Vec<u32> = client
        .list_numbers()
        .page(4)
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(items, [40, 41, 50, 51]);
    // A page behind the end returns the service's response to it, and no more.
    let pages: Vec<_> = client
        .list_numbers()
        .page(9)
        .pages()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(pages, [(9, Numbers::page(9, 5))]);
    assert_eq!(server.asked(), [4, 5, 9]);
}

#[tokio::test]
async fn no_more_pages_are_requested_than_wanted() {
    for prefetch in [0, 3, 64] {
        let server = list(50).await;
        let client = server.client();
        let pages = client
            .list_numbers()
            .prefetch(prefetch)
            .max_pages(5)
            .page(7);
        let numbers: Vec<u32> = pages
            .pages()
            .map_ok(|(n, _)| n)
            .try_collect()
            .await
            .unwrap();
        assert_eq!(numbers, [7, 8, 9, 10, 11]);
        let mut asked = server.asked();
        asked.sort_unstable();
        assert_eq!(asked, [7, 8, 9, 10, 11]);
        assert!(
            client
                .list_numbers()
                .max_pages(0)
                .pages()
                .next()
                .await
                .is_none()
        );
    }
}

#[tokio::test]
async fn the_other_parameters_stay_on_every_page() {
    let mock = Mock::new();
    let route = mock.on(ListNumbersBuilder::ENDPOINT).reply_with(|request| {
        let number = request.query("page").unwrap().parse().unwrap();
        http::Response::new(Numbers::page(number, 11).json().into())
    });
    let client = mock.client();
    let builder = client.list_numbers().keyword("a b").sort("up").page(9);
    let items: Vec<u32> = builder
        .header("x-a", "b")
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(items, [90, 91, 100, 101, 110, 111]);
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    for (request, number) in route.requests().iter().zip(["9", "10", "11"]) {
        let expected = [
            pair("keyword", "a b"),
            pair("page", number),
            pair("sort", "up"),
        ];
        assert_eq!(request.query_pairs(), expected);
        assert_eq!(request.header("x-a"), Some("b"));
    }
}

#[tokio::test]
async fn an_error_comes_after_the_items_before_it_names_the_page_and_can_be_passed() {
    for prefetch in [0, 1, 4] {
        let server = PageServer::start(|asked: Asked| async move {
            match asked {
                Asked { number: 3, time: 1 } => refusal(),
                Asked { number, .. } => ok(&Numbers::page(number, 5)),
            }
        })
        .await;
        let client = server.client();
        let mut items = client.list_numbers().prefetch(prefetch).items();
        for expected in [10, 11, 20, 21] {
            assert_eq!(items.next().await.unwrap().unwrap(), expected);
        }
        let error = items.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(error.page(), Some(3));
        let text = error.to_string();
        assert!(
            text.starts_with("GET livechat/numbers: page 3: the service answered 400"),
            "{text}"
        );
        let rest: Vec<u32> = items.try_collect().await.unwrap();
        assert_eq!(rest, [30, 31, 40, 41, 50, 51]);
        // Only the page that failed was requested twice.
        let mut asked = server.asked();
        asked.sort_unstable();
        assert_eq!(asked, [1, 2, 3, 3, 4, 5], "prefetch {prefetch}");
    }
}

#[tokio::test]
async fn pages_that_failed_ahead_of_their_turn_are_requested_again_in_silence() {
    let gates = Gates::new(4);
    let held = gates.clone();
    let server = PageServer::start(move |asked: Asked| {
        let gates = held.clone();
        async move {
            if asked.time == 1 && (2..=4).contains(&asked.number) {
                gates.pass(asked.number).await;
                return refusal();
            }
            ok(&Numbers::page(asked.number, 5))
        }
    })
    .await;
    let client = server.client();
    let mut pages = client.list_numbers().prefetch(4).pages();
    pages.next().await.unwrap().unwrap();
    timeout(PATIENCE, server.until_asked(5)).await.unwrap();
    // Pages 3 and 4 fail, then page 2.
    gates.open(3);
    gates.open(4);
    timeout(PATIENCE, server.until_active(1)).await.unwrap();
    gates.open(2);
    assert_eq!(pages.next().await.unwrap().unwrap_err().page(), Some(2));
    let mut failures = Vec::new();
    let mut numbers = Vec::new();
    while let Some(page) = timeout(PATIENCE, pages.next()).await.unwrap() {
        match page {
            Ok((number, _)) => numbers.push(number),
            // The answers of pages 3 and 4 may still have been on their way.
            Err(error) => failures.push(error.page().unwrap()),
        }
    }
    assert_eq!(numbers, [2, 3, 4, 5]);
    assert!(
        failures.iter().all(|page| [3, 4].contains(page)),
        "{failures:?}"
    );
    let mut asked = server.asked();
    asked.sort_unstable();
    assert_eq!(asked, [1, 2, 2, 3, 3, 4, 4, 5]);
}

#[tokio::test]
async fn a_page_that_fails_for_good_ends_the_stream() {
    for prefetch in [0, 4] {
        let server = PageServer::start(|asked: Asked| async move {
            match asked.number {
                2 => refusal(),
                number => ok(&Numbers::page(number, 9)),
            }
        })
        .await;
        let client = server.client();
        let results: Vec<_> = client
            .list_numbers()
            .prefetch(prefetch)
            .pages()
            .collect()
            .await;
        assert_eq!(results[0].as_ref().unwrap().0, 1);
        let failures: Vec<_> = results[1..]
            .iter()
            .map(|r| r.as_ref().unwrap_err().page())
            .collect();
        assert_eq!(failures, [Some(2); 3]);
    }
}

#[tokio::test]
async fn failures_between_pages_that_come_do_not_add_up() {
    let server = PageServer::start(|asked: Asked| async move {
        match asked.time {
            3 => ok(&Numbers::page(asked.number, 4)),
            _ => refusal(),
        }
    })
    .await;
    let results: Vec<_> = server.client().list_numbers().pages().collect().await;
    let came: Vec<_> = results
        .iter()
        .flatten()
        .map(|(number, _)| *number)
        .collect();
    assert_eq!(came, [1, 2, 3, 4]);
    assert_eq!(results.len(), 12);
}

#[tokio::test]
async fn a_page_that_cannot_be_decoded_is_requested_once_and_the_stream_continues_behind_it() {
    for prefetch in [0, 1, 4] {
        for broken in 1..=3 {
            let server = PageServer::start(move |asked: Asked| async move {
                if asked.number == broken {
                    return (200, r#"{ "numbers": [1, "x"], "pages": 3 }"#.into());
                }
                ok(&Numbers::page(asked.number, 3))
            })
            .await;
            let client = server.client();
            let results: Vec<_> = client
                .list_numbers()
                .prefetch(prefetch)
                .pages()
                .collect()
                .await;
            let numbers: Vec<_> = results
                .iter()
                .map(|result| {
                    result
                        .as_ref()
                        .map_or_else(comm100::Error::page, |(n, _)| Some(*n))
                })
                .collect();
            assert_eq!(numbers, [Some(1), Some(2), Some(3)]);
            let error = results[broken as usize - 1].as_ref().unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
            assert!(error.to_string().contains("`numbers[1]`"), "{error}");
            let mut asked = server.asked();
            asked.sort_unstable();
            assert_eq!(asked, [1, 2, 3]);
        }
    }
}

#[tokio::test]
async fn three_pages_in_a_row_that_cannot_be_decoded_end_the_stream() {
    let server = PageServer::start(|asked: Asked| async move {
        match asked.number {
            1 => ok(&Numbers::page(1, 9)),
            _ => (200, "{}".into()),
        }
    })
    .await;
    let results: Vec<_> = server.client().list_numbers().pages().collect().await;
    let failed: Vec<_> = results[1..]
        .iter()
        .map(|result| result.as_ref().unwrap_err().page())
        .collect();
    assert_eq!(failed, [Some(2), Some(3), Some(4)]);
    assert_eq!(server.asked(), [1, 2, 3, 4]);
}

#[tokio::test]
async fn a_service_that_repeats_a_page_is_stopped() {
    // The page's number is not heeded, or not from some page on.
    for (heeded, prefetch) in [(1, 0), (1, 4), (3, 0), (3, 4), (6, 0), (6, 4)] {
        let server = PageServer::start(move |asked: Asked| async move {
            ok(&Numbers::page(asked.number.min(heeded), 8))
        })
        .await;
        let client = server.client();
        let mut pages = client.list_numbers().prefetch(prefetch).pages();
        // Two equal pages may be honest, a third one is not.
        for number in 1..=heeded + 1 {
            assert_eq!(pages.next().await.unwrap().unwrap().0, number);
        }
        let error = pages.next().await.unwrap().unwrap_err();
        assert_eq!(
            (error.kind(), error.page()),
            (ErrorKind::Decode, Some(heeded + 2))
        );
        assert!(
            error.to_string().contains("repeats the same page"),
            "{error}"
        );
        assert!(pages.next().await.is_none());
    }
}

#[tokio::test]
async fn two_honest_pages_may_be_equal() {
    let server = PageServer::start(|asked: Asked| async move {
        let number = if asked.number == 3 { 2 } else { asked.number };
        ok(&Numbers::page(number, 5))
    })
    .await;
    let items: Vec<u32> = server
        .client()
        .list_numbers()
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(items, [10, 11, 20, 21, 20, 21, 40, 41, 50, 51]);
}

/// A time in each body makes them differ, while the items stay the same.
#[tokio::test]
async fn a_service_that_repeats_its_items_at_another_time_is_stopped() {
    for numbers in ["", "1,2"] {
        let server = PageServer::start(move |asked: Asked| async move {
            let time = asked.number;
            let pages = u32::MAX;
            let body = format!(r#"{{"time":"10:{time}","numbers":[{numbers}],"pages":{pages}}}"#);
            (200, body)
        })
        .await;
        let client = server.client();
        let results: Vec<_> = client.list_numbers().pages().collect().await;
        assert_eq!(results.len(), 102);
        let error = results.last().unwrap().as_ref().unwrap_err();
        assert_eq!((error.kind(), error.page()), (ErrorKind::Decode, Some(102)));
    }
}

#[tokio::test]
async fn pages_without_items_are_alike_and_no_repetition() {
    let server = PageServer::start(|asked: Asked| async move {
        let mut page = Numbers::page(asked.number, 6);
        if (2..=5).contains(&asked.number) {
            page.numbers.clear();
        }
        ok(&page)
    })
    .await;
    let items: Vec<u32> = server
        .client()
        .list_numbers()
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(items, [10, 11, 60, 61]);
}

#[tokio::test]
async fn endless_empty_pages_are_a_repetition() {
    let empty = Numbers {
        numbers: Vec::new(),
        pages: u32::MAX,
    };
    let body = empty.json();
    let server = PageServer::start(move |_| {
        let body = body.clone();
        async move { (200, body) }
    })
    .await;
    let error = server
        .client()
        .list_numbers()
        .items()
        .next()
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(error.page(), Some(102));
}

#[tokio::test]
async fn a_list_that_becomes_shorter_ends_where_it_ends() {
    for prefetch in [0, 8] {
        // From page 3 on there are 3 pages, and requests behind it get the last one.
        let server = PageServer::start(|asked: Asked| async move {
            let pages = if asked.number < 3 { 9 } else { 3 };
            ok(&Numbers::page(asked.number.min(3), pages))
        })
        .await;
        let client = server.client();
        let builder = client.list_numbers().prefetch(prefetch);
        let numbers: Vec<u32> = builder
            .pages()
            .map_ok(|(n, _)| n)
            .try_collect()
            .await
            .unwrap();
        assert_eq!(numbers, [1, 2, 3]);
    }
}

#[tokio::test]
async fn a_list_that_becomes_longer_is_read_to_its_end() {
    for prefetch in [0, 8] {
        let server = PageServer::start(|asked: Asked| async move {
            ok(&Numbers::page(
                asked.number,
                if asked.number < 3 { 4 } else { 7 },
            ))
        })
        .await;
        let client = server.client();
        let builder = client.list_numbers().prefetch(prefetch);
        let numbers: Vec<u32> = builder
            .pages()
            .map_ok(|(n, _)| n)
            .try_collect()
            .await
            .unwrap();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
    }
}

#[tokio::test]
async fn a_list_without_an_end_is_stopped_unless_a_part_of_it_is_wanted() {
    let endless = |asked: Asked| async move { ok(&Numbers::page(asked.number, asked.number + 1)) };
    let server = PageServer::start(endless).await;
    let client = server.client();
    let mut pages = client.list_numbers().pages();
    let mut read = 0;
    let error = loop {
        match pages.next().await.unwrap() {
            Ok(_) => read += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(
        error.to_string().contains("set `.max_pages(..)`"),
        "{error}"
    );
    assert!((1_000..1_100).contains(&read), "{read}");
    assert!(pages.next().await.is_none());
    let part = client.list_numbers().max_pages(1_200).pages();
    assert_eq!(
        part.try_fold(0, async |count, _| Ok(count + 1))
            .await
            .unwrap(),
        1_200
    );
}

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

#[tokio::test]
async fn a_mistake_in_a_parameter_is_one_error_and_nothing_is_sent() {
    let server = list(3).await;
    let client = server.client();
    let results: Vec<_> = client.list_numbers().page(0).pages().collect().await;
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].as_ref().unwrap_err().kind(), ErrorKind::Request);
    assert!(server.asked().is_empty());
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

/// A page of a list that only says if there is more.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct Events {
    events: Vec<u32>,
    next_page: Option<String>,
}

impl comm100::Page for Events {
    type Item = u32;

    fn has_next(&self, _: u32) -> bool {
        self.next_page.is_some()
    }

    fn into_items(self) -> Vec<u32> {
        self.events
    }
}

#[comm100::api(path = "livechat/numbers")]
trait EventsApi {
    #[get]
    async fn list_events(&self, #[query(page)] page: Option<u32>) -> comm100::Result<Events>;
}

/// Page `number` of `pages`, which says only if there is another one.
fn events(number: u32, pages: u32) -> (u16, String) {
    let next = if number < pages { "\"more\"" } else { "null" };
    (200, format!(r#"{{"events":[{number}],"nextPage":{next}}}"#))
}

#[tokio::test]
async fn a_list_that_only_says_if_there_is_more() {
    for prefetch in [0, 1, 8] {
        // Errors behind the end are dropped.
        let server = PageServer::start(|asked: Asked| async move {
            match asked.number {
                number @ 1..=5 => events(number, 5),
                _ => refusal(),
            }
        })
        .await;
        let client = server.client();
        let builder = client.list_events().prefetch(prefetch);
        let items: Vec<u32> = builder.items().try_collect().await.unwrap();
        assert_eq!(items, [1, 2, 3, 4, 5], "prefetch {prefetch}");
        assert_eq!(client.list_events().page(5).items().count().await, 1);
    }
}

#[tokio::test]
async fn has_next_decides_where_a_page_count_lies() {
    for prefetch in [0, 8] {
        let server = PageServer::start(|asked: Asked| async move {
            // It reports two pages less than there are, as one that counts late does.
            let pages = if asked.number < 5 {
                asked.number + 1
            } else {
                5
            };
            ok(&Numbers::page(asked.number, pages))
        })
        .await;
        let client = server.client();
        let builder = client.list_numbers().prefetch(prefetch);
        let numbers: Vec<u32> = builder
            .pages()
            .map_ok(|(n, _)| n)
            .try_collect()
            .await
            .unwrap();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert_eq!(server.asked(), [1, 2, 3, 4, 5]);
    }
}
