//! An endpoint as a struct: a request as a value.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::time::Duration;

use comm100::{Endpoint, EndpointCall, ErrorKind, Page, Place, Result};
use comm100_tests::recorder::Recorder;
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{client, sent};

#[derive(Clone, Debug, Endpoint)]
#[endpoint(get = "livechat/chats/{id}", returns = String, permission = "A", edition = "B", version = 1)]
struct GetChat<'a, T: Serialize> {
    id: &'a str,
    #[query(rename = "dateFrom")]
    date_from: Option<T>,
    #[query(join = ",")]
    tags: Vec<T>,
    #[header("X-Tenant")]
    tenant: Option<&'a str>,
}

#[derive(Default, Endpoint, Serialize)]
#[endpoint(post = "livechat/chats", rename_all = "camelCase", idempotent)]
struct CreateChat {
    #[form]
    #[serde(default)]
    first_word: String,
    #[form(flatten)]
    more: BTreeMap<String, u8>,
}

#[derive(Endpoint)]
#[endpoint(delete = "livechat/chats", returns = ())]
struct RemoveAll;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats", returns = ChatPage)]
struct ListChats {
    #[query(page)]
    page: Option<u32>,
}

#[derive(Endpoint)]
#[endpoint(get = "livechat/objects/{id}", returns = T)]
struct GetObject<T: DeserializeOwned + Send + 'static> {
    id: u64,
    returned: PhantomData<T>,
    #[query]
    word: Option<&'static str>,
    variance: std::marker::PhantomData<fn() -> T>,
}

#[derive(Debug, Deserialize)]
struct ChatPage {
    pages: u32,
    chats: Vec<u64>,
}

impl Page for ChatPage {
    type Item = u64;

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn page_count(&self) -> Option<u32> {
        Some(self.pages)
    }

    fn into_items(self) -> Vec<u64> {
        self.chats
    }
}

fn chat() -> GetChat<'static, u8> {
    GetChat {
        id: "a b",
        date_from: Some(1),
        tags: vec![2, 3],
        tenant: Some("x"),
    }
}

#[test]
fn a_struct_is_sent_as_a_builder_would_be() {
    let client = client();
    let call: EndpointCall<'_, GetChat<'_, u8>> = client.call(chat());
    let request = call.request().expect("a request");
    assert_eq!(request.headers()["X-Tenant"], "x");
    assert_eq!(
        sent(call.request()),
        "GET livechat/chats/a%20b?dateFrom=1&tags=2,3"
    );
    let create = client.call(CreateChat {
        first_word: "x".to_owned(),
        more: BTreeMap::from([("y".to_owned(), 1)]),
    });
    assert_eq!(
        create.request().expect("a request").body(),
        "firstWord=x&y=1"
    );
    assert_eq!(
        sent(client.call(RemoveAll).request()),
        "DELETE livechat/chats"
    );
}

#[test]
fn a_struct_knows_its_endpoint() {
    let endpoint = <GetChat<'_, u8> as Endpoint>::ENDPOINT;
    assert_eq!(endpoint.name(), "GetChat");
    assert_eq!(endpoint.path(), "livechat/chats/{id}");
    assert_eq!(
        (endpoint.permission(), endpoint.edition()),
        (Some("A"), Some("B"))
    );
    let places: Vec<(&str, Place)> = endpoint
        .parameters()
        .iter()
        .map(|parameter| (parameter.name(), parameter.place()))
        .collect();
    assert_eq!(
        places,
        [
            ("id", Place::Path),
            ("dateFrom", Place::Query),
            ("tags", Place::Query),
            ("X-Tenant", Place::Header)
        ]
    );
    assert!(CreateChat::ENDPOINT.is_idempotent());
}

#[tokio::test]
async fn a_struct_may_be_generic_over_its_response_alone() -> Result<()> {
    fn object<T: DeserializeOwned + Send + 'static>() -> GetObject<T> {
        GetObject {
            id: 1,
            returned: PhantomData,
            word: Some("x"),
            variance: PhantomData,
        }
    }
    let recorder = Recorder::json("[1,2]").await;
    let client = recorder.client();
    let numbers: Vec<u64> = client.call(object()).await?;
    assert_eq!(numbers, [1, 2]);
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/objects/1?word=x"
    );
    let array = client.call(object::<[u8; 2]>()).await?;
    assert_eq!(array, [1, 2]);
    assert_eq!(GetObject::<u8>::ENDPOINT.parameters().len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_struct_has_the_builders_methods() -> Result<()> {
    let recorder = Recorder::json(r#"{"pages":2,"chats":[1,2]}"#).await;
    let client = recorder.client();
    let text = client
        .call(chat())
        .timeout(Duration::from_secs(5))
        .header("X-Other", "y")
        .await?;
    assert!(text.starts_with('{'), "{text}");
    assert_eq!(recorder.take().header("x-other"), ["y"]);
    let response = client.call(chat()).send_with_response().await?;
    assert_eq!(response.status(), 200);
    let _ = recorder.take();
    let error = client
        .call(GetChat { id: "..", ..chat() })
        .send()
        .await
        .expect_err("a dot segment");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(recorder.requests().is_empty());
    let call = client.call(ListChats { page: Some(2) });
    let items: Vec<u64> = call
        .items()
        .filter_map(|item| async { item.ok() })
        .collect()
        .await;
    assert_eq!(items, [1, 2]);
    assert_eq!(recorder.take().target(), "/api/v1/livechat/chats?page=2");
    Ok(())
}
