//! Lists that only report if there is another page.

use comm100_tests::pages::{Asked, Numbers, NumbersApi, PageServer};
use futures_util::{StreamExt as _, TryStreamExt as _};

use crate::{ok, page_numbers, refusal};

/// A page of a list that only reports if there is more.
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

/// Page `number` of `pages`, which only reports if there is another one.
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
        let numbers = page_numbers(builder).await;
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert_eq!(server.asked(), [1, 2, 3, 4, 5]);
    }
}
