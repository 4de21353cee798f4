//! The end of a list: repetition, and lists that grow, shrink or never end.

use comm100::{ErrorKind, Sent};
use comm100_tests::pages::{Asked, Numbers, NumbersApi, PageServer};
use futures_util::{StreamExt as _, TryStreamExt as _};
use http::StatusCode;

use crate::{ok, page_numbers};

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
        assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert!(error.body().is_some() && error.headers().is_some());
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
        let numbers = page_numbers(builder).await;
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
        let numbers = page_numbers(builder).await;
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
