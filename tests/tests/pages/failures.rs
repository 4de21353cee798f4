//! Pages that fail or cannot be decoded.

use comm100::ErrorKind;
use comm100_tests::pages::{Asked, Numbers, NumbersApi, PageServer};
use futures_util::{StreamExt as _, TryStreamExt as _};
use tokio::time::timeout;

use crate::{Gates, PATIENCE, list, ok, refusal};

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
    timeout(PATIENCE, server.until_requested(5)).await.unwrap();
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
            // The responses of pages 3 and 4 may still have been in flight.
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
async fn a_mistake_in_a_parameter_is_one_error_and_nothing_is_sent() {
    let server = list(3).await;
    let client = server.client();
    let results: Vec<_> = client.list_numbers().page(0).pages().collect().await;
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].as_ref().unwrap_err().kind(), ErrorKind::Request);
    assert!(server.asked().is_empty());
}
