//! Pages, and requests whose keys or bodies have an odd form.

use comm100::v2::*;
use comm100::{ErrorKind, Sent};
use comm100_tests::recorder::{Recorder, response};
use futures_util::TryStreamExt;

#[tokio::test]
async fn pages_count_from_0_and_end_without_a_next_page() {
    let recorder = Recorder::start(|request| {
        let page = request
            .target()
            .rsplit("pageIndex=")
            .next()
            .unwrap_or("0")
            .to_owned();
        let page: u32 = page.parse().unwrap_or(0);
        let next = if page < 2 {
            format!("\"https://x/?pageIndex={}\"", page + 1)
        } else {
            "\"\"".into()
        };
        let body = format!(r#"{{"chats":[{{"id":"c{page}"}}],"total":3,"nextPage":{next}}}"#);
        response(200, "application/json", body.as_bytes())
    })
    .await;
    let client = recorder.client();
    let chats: Vec<Chat> = client
        .list_chats()
        .items()
        .try_collect()
        .await
        .expect("all chats");
    let ids: Vec<_> = chats.iter().map(|chat| chat.id.as_str()).collect();
    assert_eq!(ids, ["c0", "c1", "c2"]);
    let requests = recorder.requests();
    let targets: Vec<_> = requests
        .iter()
        .map(comm100_tests::recorder::Recorded::target)
        .collect();
    let page = |number| format!("/api/v2/livechat/chats?pageIndex={number}");
    assert_eq!(targets, [page(0), page(1), page(2)]);
}

/// Each page names another one after it, and so differs from the one before.
#[tokio::test]
async fn endless_pages_whose_list_is_empty_null_or_absent_are_stopped() {
    for list in [r#""chats":[],"#, r#""chats":null,"#, ""] {
        let recorder = Recorder::start(move |request| {
            let page = request.target().rsplit("pageIndex=").next().unwrap_or("0");
            let next = page.parse().unwrap_or(0) + 1;
            assert!(next < 200, "{list} is read without end");
            let body = format!(r#"{{{list}"total":0,"nextPage":"https://x/?pageIndex={next}"}}"#);
            response(200, "application/json", body.as_bytes())
        })
        .await;
        let result = recorder.client().list_chats().items().try_next().await;
        let error = result.expect_err("a repetition");
        assert_eq!((error.kind(), error.page()), (ErrorKind::Decode, Some(101)));
        let text = error.to_string();
        assert!(text.contains("repeats the same page"), "{list} {text}");
    }
}

#[tokio::test]
async fn an_empty_batch_removal_is_refused() {
    let recorder = Recorder::start(|_| response(200, "application/json", b"\"removed\"")).await;
    let client = recorder.client();
    let error = client
        .remove_chats(&ChatIds::default())
        .await
        .expect_err("a refusal");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Request, Sent::No));
    let ids = [ChatId::from("a"), ChatId::from("b")];
    client
        .remove_chats(&ids.into())
        .await
        .expect("a text for people is ignored");
    assert_eq!(recorder.take().text(), "%5B0%5D=a&%5B1%5D=b");
}

async fn installation_code(body: &'static str) -> comm100::Result<InstallationCode> {
    let recorder = Recorder::start(move |_| response(200, "text/html", body.as_bytes())).await;
    let client = recorder.client();
    client.get_campaign_installation_code(CampaignId(3)).await
}

#[tokio::test]
async fn an_installation_code_is_an_object_a_text_or_html() {
    for body in [
        r#"{"code":"<div id=\"x\">\n</div>"}"#,
        r#""<div id=\"x\">\n</div>""#,
        "<div id=\"x\">\n</div>",
        "\u{feff}\n<div id=\"x\">\n</div>\n",
        // The documented sample: the inside of a JSON string, on several lines.
        "<div id=\\\"x\\\">\n</div>",
    ] {
        let code = installation_code(body).await.expect("a code").code;
        assert_eq!(code, "<div id=\"x\">\n</div>", "{body}");
    }
    // Quotes that are not all escaped are those of a script.
    let script = r#"<script>var x = "a\"b";</script>"#;
    assert_eq!(
        installation_code(script).await.expect("a code").code,
        script
    );
    for body in ["", "code", r#"{"color":"<div>"}"#, "[1]"] {
        let error = installation_code(body).await.expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert_eq!(error.body().map(|body| &body[..]), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn a_conversion_that_was_not_marked_is_an_error_in_spite_of_the_status() {
    for body in [
        r#"{"error_code":"1","error_message":"No such conversion."}"#,
        r#"{"code":1,"message":"No such conversion."}"#,
    ] {
        let recorder =
            Recorder::start(move |_| response(200, "application/json", body.as_bytes())).await;
        let client = recorder.client();
        let error = client
            .mark_conversion_action_achieved("x")
            .await
            .expect_err("a refusal");
        assert_eq!(
            (error.code(), error.message()),
            (Some(1), Some("No such conversion."))
        );
    }
}
