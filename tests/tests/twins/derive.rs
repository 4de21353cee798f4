//! Twins of `compile_fail/derive`.

use comm100::Endpoint;

use crate::{client, sent};

// no_endpoint_attribute, verb_without_a_path, path_key, unknown_key, leading_slash
#[derive(Endpoint)]
#[endpoint(get = "livechat/chats/{id}", returns = String)]
struct GetChat {
    id: String,
    // field_without_a_place, unknown_field_key
    #[query(rename = "dateFrom")]
    date_from: Option<String>,
}

// body_on_get
#[derive(Endpoint)]
#[endpoint(post = "livechat/chats", returns = ())]
struct Search {
    #[json]
    filter: String,
}

#[test]
fn the_right_structs_send() {
    let client = client();
    let chat = GetChat {
        id: "a".to_owned(),
        date_from: None,
    };
    assert_eq!(sent(client.call(chat).request()), "GET v1/livechat/chats/a");
    let search = Search {
        filter: "x".to_owned(),
    };
    assert_eq!(
        sent(client.call(search).request()),
        "POST v1/livechat/chats \"x\""
    );
}
