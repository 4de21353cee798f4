//! Conditions on JSON members, parts and raw bodies, and the versions of all platforms.

use std::fmt::Write as _;

use comm100::mock::{Mock, MockPart, Route};
use comm100::{Client, Credentials, Part, Platform, Result, RetryPolicy, api};
use serde::Serialize;
use serde_json::json;

use crate::verdict;

#[api(path = "tickets")]
trait Uploads {
    #[patch("{id}")]
    async fn update(
        &self,
        id: u64,
        #[field] subject: Option<&str>,
        #[field] agent: Option<Option<u64>>,
        #[field(flatten)] more: Option<&serde_json::Value>,
    ) -> Result<()>;

    #[post]
    async fn attach(
        &self,
        #[part] subject: &str,
        #[part] size: Option<u64>,
        #[part(rename = "file")] content: Option<Part>,
        #[part] password: Option<&str>,
    ) -> Result<()>;

    #[put("raw")]
    async fn raw(&self, #[body] content: &[u8]) -> Result<()>;

    #[post("login")]
    async fn login(
        &self,
        #[query] access_token: &str,
        #[form] email: &str,
        #[form] password: &str,
        #[header("X-Api-Key")] key: &str,
    ) -> Result<()>;
}

#[api(path = "bots", version = 4)]
trait Bots {
    #[get("{id}", builder = GetBotBuilder)]
    async fn get_bot(&self, id: u64) -> Result<u64>;
}

#[api(path = "bots", root)]
trait Root {
    #[get("{id}", builder = GetRootBotBuilder)]
    async fn get_root_bot(&self, id: u64) -> Result<u64>;
}

fn one(mock: &Mock) -> Route {
    mock.on(UpdateBuilder::ENDPOINT)
        .with_field("subject", "a \"b\"")
}

#[tokio::test]
async fn a_member_of_the_body_is_a_condition() {
    let mock = Mock::new();
    let subject = one(&mock).reply_empty();
    let null = mock
        .on(UpdateBuilder::ENDPOINT)
        .with_field("agent", &None::<u64>)
        .reply_empty();
    let nested = mock
        .on(UpdateBuilder::ENDPOINT)
        .with_field("tags", &["x", "y"])
        .with_field("agent", &7)
        .reply_empty();
    let others = mock.on(UpdateBuilder::ENDPOINT).reply_empty();
    let client = mock.client();
    client
        .update(1)
        .subject("a \"b\"")
        .agent(Some(3))
        .await
        .unwrap();
    client.update(1).agent(None).await.unwrap();
    let tags = json!({ "tags": ["x", "y"] });
    client.update(1).agent(Some(7)).more(&tags).await.unwrap();
    // An absent member is not null.
    client.update(1).subject("other").await.unwrap();
    let calls = [&subject, &null, &nested, &others].map(Route::calls);
    assert_eq!(calls, [1, 1, 1, 1]);
}

#[tokio::test]
async fn a_part_is_a_condition_and_parts_are_recorded() {
    let mock = Mock::new();
    let text = mock
        .on(AttachBuilder::ENDPOINT)
        .with_part("subject", "é\r\n--x")
        .with_part("size", 2)
        .reply_empty();
    let file = mock
        .on(AttachBuilder::ENDPOINT)
        .with_part("file", "content")
        .reply_empty();
    let client = mock.client();
    client.attach("é\r\n--x").size(2).await.unwrap();
    let part = Part::bytes("content")
        .file_name("a \"b\".txt")
        .content_type("text/plain");
    client.attach("x").content(part).await.unwrap();
    assert_eq!([&text, &file].map(Route::calls), [1, 1]);
    let request = &file.requests()[0];
    let names: Vec<&str> = request.parts().iter().map(MockPart::name).collect();
    assert_eq!(names, ["subject", "file"]);
    let part = request.part("file").expect("a part");
    assert_eq!(part.file_name(), Some("a \"b\".txt"));
    assert_eq!(part.content_type(), Some("text/plain"));
    assert_eq!(part.content(), "content");
    assert!(request.part("size").is_none());
    assert!(
        text.requests()[0]
            .part("subject")
            .expect("a part")
            .file_name()
            .is_none()
    );
}

#[tokio::test]
async fn a_file_is_read_for_the_mock() {
    let path = std::env::temp_dir().join(format!("comm100-mock-{}", std::process::id()));
    std::fs::write(&path, [0, 13, 10, 255]).expect("a file");
    let mock = Mock::new();
    let route = mock.on(AttachBuilder::ENDPOINT).reply_empty();
    let client = mock.client();
    let call = client.attach("x").content(Part::file(&path));
    call.await.expect("a route");
    std::fs::remove_file(&path).expect("a file");
    let request = &route.requests()[0];
    assert_eq!(
        request.part("file").expect("a part").content(),
        &[0, 13, 10, 255][..]
    );
}

#[tokio::test]
async fn a_raw_body_is_a_condition() {
    let mock = Mock::new();
    let route = mock
        .on(RawBuilder::ENDPOINT)
        .with_body(vec![0, 255])
        .reply_empty();
    mock.client().raw(&[0, 255]).await.expect("a route");
    assert_eq!(route.calls(), 1);
    mock.client().raw(b"text").await.expect_err("another body");
    let report = verdict(mock).expect("a report");
    assert!(
        report.contains("  - body: 2 bytes\n  + body: \"text\"\n"),
        "{report}"
    );
}

#[tokio::test]
async fn the_report_names_members_and_parts() {
    let mock = Mock::new();
    one(&mock).with_field("agent", &7).optional();
    mock.on(AttachBuilder::ENDPOINT)
        .with_part("size", 3)
        .with_part("file", "x")
        .optional();
    let client = mock.client();
    client
        .update(1)
        .subject("other")
        .await
        .expect_err("no route");
    let part = Part::bytes(vec![255; 300]);
    client
        .attach("x")
        .content(part)
        .await
        .expect_err("no route");
    let report = verdict(mock).expect("a report");
    for line in [
        "  - json /subject: \"a \\\"b\\\"\"\n  + json /subject: \"other\"\n",
        "  - json /agent: 7\n  + json /agent: absent\n",
        "  - part size: \"3\"\n  + part size: absent\n",
        "  - part file: \"x\"\n  + part file: 300 bytes\n",
    ] {
        assert!(report.contains(line), "{line}\nis not in\n{report}");
    }
}

/// Each secret differs from what the nearest route says, so that the report is about it.
#[tokio::test]
async fn no_secret_is_shown() {
    const SECRET: &str = "s3cr3t";
    #[derive(Serialize)]
    struct Agent<'a> {
        api_key: &'a str,
        nested: Nested<'a>,
    }
    #[derive(Serialize)]
    struct Nested<'a> {
        #[serde(rename = "refreshToken")]
        token: [&'a str; 2],
    }
    let agent = json!({ "api_key": SECRET, "nested": { "refreshToken": [SECRET, "x"] }, "password": SECRET });
    let mock = Mock::new();
    mock.on(LoginBuilder::ENDPOINT)
        .with_query("access_token", "expected-s3cr3t")
        .with_form("password", "expected-s3cr3t")
        .with_header("X-Api-Key", "expected-s3cr3t")
        .optional();
    mock.on(UpdateBuilder::ENDPOINT)
        .with_json(&Agent {
            api_key: "expected-s3cr3t",
            nested: Nested {
                token: ["expected-s3cr3t"; 2],
            },
        })
        .optional();
    mock.on(AttachBuilder::ENDPOINT)
        .with_part("password", "expected-s3cr3t")
        .optional();
    mock.on_path(http::Method::POST, "oauth/token")
        .with_form("password", "expected-s3cr3t")
        .optional();
    let client = mock.client();
    let mut shown = String::new();
    let mut add = |error: comm100::Error| {
        let _ = write!(shown, "{error} {error:?}");
    };
    add(client
        .login(SECRET, "a@example.com", SECRET, SECRET)
        .await
        .unwrap_err());
    add(client.update(1).more(&agent).await.unwrap_err());
    add(client.attach("x").password(SECRET).await.unwrap_err());
    // The request for a token passes through the same transport.
    let tokens = Client::builder()
        .credentials(Credentials::password("agent@example.com", SECRET))
        .retry(RetryPolicy::off())
        .transport(mock.transport())
        .build()
        .expect("a client");
    add(tokens.update(1).await.unwrap_err());
    for request in mock.requests() {
        let _ = write!(shown, "{request} {request:?}");
    }
    assert_eq!(mock.requests()[3].form("password"), Some(SECRET));
    let report = verdict(mock).expect("a report");
    for place in [
        "query access_token",
        "form password",
        "header X-Api-Key",
        "json /api_key",
        "part password",
    ] {
        assert!(
            report.contains(&format!("  - {place}: ")),
            "{place}: {report}"
        );
    }
    shown.push_str(&report);
    assert!(!shown.contains(SECRET), "{shown}");
}

#[tokio::test]
async fn versions_of_all_platforms_have_routes() {
    let mock = Mock::new();
    let bot = mock.on(GetBotBuilder::ENDPOINT).reply(&4);
    let root = mock.on(GetRootBotBuilder::ENDPOINT).reply(&0);
    let client = Client::builder()
        .platform(Platform::custom("dash11.comm100.io").expect("a host"))
        .credentials(Credentials::new("agent@example.com", "KEY").site_id(10_100_116))
        .transport(mock.transport())
        .build()
        .expect("a client");
    assert_eq!(client.get_bot(7).await.unwrap(), 4);
    assert_eq!(client.get_root_bot(7).await.unwrap(), 0);
    assert_eq!(bot.requests()[0].version(), Some(4));
    assert_eq!(bot.requests()[0].path(), "bots/7");
    assert_eq!(root.requests()[0].version(), None);
}
