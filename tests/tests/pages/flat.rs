//! Pages whose bodies contain no list.

use comm100::ErrorKind;
use comm100_tests::pages::{Asked, PageServer};
use futures_util::{StreamExt as _, TryStreamExt as _};

/// A page of one number, of a list, or of nothing.
#[derive(serde::Deserialize)]
struct Sparse {
    at: u32,
    number: Option<u32>,
    numbers: Option<Vec<u32>>,
}

impl comm100::Page for Sparse {
    type Item = u32;

    fn has_next(&self, _: u32) -> bool {
        self.at < 150
    }

    fn into_items(self) -> Vec<u32> {
        let numbers = self.numbers.into_iter().flatten();
        self.number.into_iter().chain(numbers).collect()
    }
}

#[comm100::api(path = "livechat/numbers")]
trait SparseApi {
    #[get]
    async fn list_sparse(&self, #[query(page)] page: Option<u32>) -> comm100::Result<Sparse>;
}

#[tokio::test]
async fn endless_pages_without_a_list_are_a_repetition() {
    let null = r#","numbers":null"#;
    // The page before those that are like each other may be the first, or one with items.
    for (first, others, stopped) in [
        (null, null, 102),
        ("", "", 102),
        (null, "", 102),
        (r#","numbers":[1]"#, null, 103),
        (r#","number":1"#, null, 102),
    ] {
        let server = PageServer::start(move |asked: Asked| async move {
            let list = if asked.number == 1 { first } else { others };
            (200, format!(r#"{{"at":{}{list}}}"#, asked.number))
        })
        .await;
        let client = server.client();
        let results: Vec<_> = client.list_sparse().pages().collect().await;
        let error = results
            .last()
            .unwrap()
            .as_ref()
            .err()
            .expect("a repetition");
        assert_eq!(
            (error.kind(), error.page()),
            (ErrorKind::Decode, Some(stopped)),
            "{first} {others}"
        );
    }
}

#[tokio::test]
async fn pages_of_one_item_without_a_list_are_none() {
    let server = PageServer::start(|asked: Asked| async move {
        let number = asked.number;
        (200, format!(r#"{{"at":{number},"number":{number}}}"#))
    })
    .await;
    let client = server.client();
    let items: Vec<u32> = client.list_sparse().items().try_collect().await.unwrap();
    assert!(items.into_iter().eq(1..=150));
}
