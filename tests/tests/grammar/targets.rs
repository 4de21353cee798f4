//! Paths and queries.

use std::collections::BTreeMap;

use comm100::{Call, Result, api};
use comm100_tests::recorder::Recorder;
use serde::Serialize;

use crate::client;
use crate::tickets::{Filter, Order, TicketId, Tickets as _, TicketsV2 as _, sent};

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Owner {
    Department(u64),
}

#[api(path = "livechat/values")]
trait Values {
    #[get("{letter}")]
    async fn values(
        &self,
        letter: char,
        #[query] sign: Option<char>,
        #[query(flatten)] owner: Option<Owner>,
        #[query(flatten)] more: Option<&BTreeMap<&str, serde_json::Value>>,
        #[query] array: Option<[u8; 2]>,
    ) -> Result<()>;
}

#[tokio::test]
async fn values_of_rarer_kinds() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let more = BTreeMap::from([
        ("absent", serde_json::Value::Null),
        ("list", serde_json::json!([1, null, "x"])),
        ("text", serde_json::json!("a b")),
    ]);
    client
        .values('\u{e9}')
        .sign('&')
        .owner(Owner::Department(3))
        .more(&more)
        .array([1, 2])
        .await
        .unwrap();
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/values/%C3%A9?sign=%26&department=3&list=1&list=x&text=a%20b&array=1&array=2"
    );
}

#[tokio::test]
async fn targets() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let base = "/api/v1/livechat/tickets";
    let cases: Vec<(Call<()>, String)> = vec![
        // An absent parameter is left out, and so is the `?`.
        (client.list().send(), format!("GET {base}")),
        (
            client.list().keyword("refund").send(),
            format!("GET {base}?keyword=refund"),
        ),
        // In the declared order, whatever the order of the setters.
        (
            client.list().agent(7).keyword("a").send(),
            format!("GET {base}?keyword=a&agentId=7"),
        ),
        (
            client.list().keyword("+&=% é/?#\u{0}").send(),
            format!("GET {base}?keyword=%2B%26%3D%25%20%C3%A9%2F%3F%23%00"),
        ),
        (
            client.list().keyword("").send(),
            format!("GET {base}?keyword="),
        ),
        (
            client.list().order(Order::NewestFirst).send(),
            format!("GET {base}?order=newest_first"),
        ),
        // A list repeats its key, an empty one sends nothing.
        (
            client.list().r#type(&["a", "b c"]).send(),
            format!("GET {base}?type=a&type=b%20c"),
        ),
        (client.list().r#type(&[]).send(), format!("GET {base}")),
        // `join` joins it, an empty one sends the key.
        (
            client.list().department(&[1, 2, 3]).send(),
            format!("GET {base}?department=1,2,3"),
        ),
        (
            client.list().department(&[]).send(),
            format!("GET {base}?department="),
        ),
        (
            client
                .list()
                .filter(Filter {
                    keyword: None,
                    tags: vec!["x", "y"],
                    rating: 5,
                })
                .send(),
            format!("GET {base}?tags=x&tags=y&rating=5"),
        ),
        // The twins set, and take back.
        (
            client
                .list()
                .maybe_keyword(Some("a"))
                .maybe_agent(None)
                .send(),
            format!("GET {base}?keyword=a"),
        ),
        (
            client.list().keyword("a").maybe_keyword(None).send(),
            format!("GET {base}"),
        ),
        (
            client.get_message("a", TicketId(3)).send(),
            format!("GET {base}/a/messages/3"),
        ),
        (client.close(9).send(), format!("POST {base}/9/close")),
        (client.remove(9).send(), format!("DELETE {base}/9")),
        (
            client.list_v2(4).since("2026-01-01").send(),
            "GET /api/v2/livechat/tickets?agentId=4&date_from=2026-01-01".to_owned(),
        ),
    ];
    for (call, expected) in cases {
        let request = sent(&recorder, call).await;
        assert_eq!(request.line, format!("{expected} HTTP/1.1"));
    }
}

#[tokio::test]
async fn a_path_value_is_one_segment() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    for (id, encoded) in [
        ("a/b", "a%2Fb"),
        ("?x", "%3Fx"),
        ("#x", "%23x"),
        ("a\\b", "a%5Cb"),
        ("50%", "50%25"),
        ("é", "%C3%A9"),
        ("a b", "a%20b"),
        ("a+b@example.com", "a%2Bb@example.com"),
        ("...", "..."),
        (".a", ".a"),
        ("%2f", "%252f"),
        ("\u{202e}x", "%E2%80%AEx"),
        ("a;b=c", "a%3Bb=c"),
    ] {
        let request = sent(&recorder, client.get_message(id, TicketId(1)).send()).await;
        assert_eq!(
            request.target(),
            format!("/api/v1/livechat/tickets/{encoded}/messages/1"),
            "{id:?}"
        );
    }
}
