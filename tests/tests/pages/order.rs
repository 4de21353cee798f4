//! Order, laziness, and the pages that are requested.

use comm100::mock::Mock;
use comm100_tests::pages::{Asked, ListNumbersBuilder, Numbers, NumbersApi, PageServer};
use futures_util::{FutureExt as _, StreamExt as _, TryStreamExt as _};
use tokio::time::timeout;

use crate::{Gates, PATIENCE, list, ok, page_numbers};

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
async fn nothing_is_requested_before_the_stream_is_polled() {
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

    // The server responds from the last to the first; the stream returns them from the first to the last.
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
    timeout(PATIENCE, server.until_requested(17)).await.unwrap();
    assert_eq!(server.most_active(), 8);
    // Dropped, it leaves nothing behind.
    drop(pages);
    timeout(PATIENCE, server.until_active(0)).await.unwrap();
    assert_eq!(server.asked().len(), 17);
}

#[tokio::test]
async fn a_stream_starts_at_the_page_that_is_set() {
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
        let numbers = page_numbers(pages).await;
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
