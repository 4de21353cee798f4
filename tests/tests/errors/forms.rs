//! The forms in which the service writes an error: code, name and message.

use comm100::ErrorKind;
use comm100_tests::fault::Reply;

use crate::error_of;

/// Every form in which any generation of the service writes an error: code, name, message.
#[expect(clippy::too_many_lines, reason = "one table")]
#[tokio::test]
async fn forms_of_errors() {
    type Expected = (Option<i64>, Option<&'static str>, Option<&'static str>);
    let m = Some("m");
    let cases: [(&[u8], Expected); 43] = [
        (br#"{"code": 1, "message": "m"}"#, (Some(1), None, m)),
        (br#"{ code: 1, message: "m" }"#, (Some(1), None, m)),
        (br"{ code: 1, message: 'm', }", (Some(1), None, m)),
        (br#"{"code": " 12 ", "message": "m"}"#, (Some(12), None, m)),
        (br#"{"code": 1.5, "message": "m"}"#, (None, None, m)),
        (
            br#"{"error_code": 2, "error_message": "m"}"#,
            (Some(2), None, m),
        ),
        (
            br#"{"errorCode": 2, "errorMessage": "m"}"#,
            (Some(2), None, m),
        ),
        (
            br#"{"ErrorCode": 2, "ErrorMessage": "m"}"#,
            (Some(2), None, m),
        ),
        (
            br#"{"ERROR_CODE": 2, "ERROR_MESSAGE": "m"}"#,
            (Some(2), None, m),
        ),
        (br#"{"Code": 2, "MESSAGE": "m"}"#, (Some(2), None, m)),
        (
            br#"{"error": "EntityNotFound", "message": "m"}"#,
            (None, Some("EntityNotFound"), m),
        ),
        (
            br#"{"Error": "EntityNotFound", "Message": "m"}"#,
            (None, Some("EntityNotFound"), m),
        ),
        (
            br#"{"error": "EntityNotFound"}"#,
            (None, Some("EntityNotFound"), None),
        ),
        (
            br#"{"code": "EntityNotFound", "message": "m"}"#,
            (None, Some("EntityNotFound"), m),
        ),
        (
            br#"{"error": "It did not work."}"#,
            (None, None, Some("It did not work.")),
        ),
        (br#"{"error": 7, "message": "m"}"#, (Some(7), None, m)),
        (br#"{"error": null, "message": "m"}"#, (None, None, m)),
        (
            br#"{"error": {"code": 3, "message": "m"}}"#,
            (Some(3), None, m),
        ),
        (
            br#"{"error": {"code": "NotFound", "message": "m"}}"#,
            (None, Some("NotFound"), m),
        ),
        (
            br#"{"error": {"error": {"code": 3, "message": "m"}}}"#,
            (Some(3), None, m),
        ),
        (
            br#"{"error": {"code": 3}, "message": "m"}"#,
            (Some(3), None, m),
        ),
        (br#"{"error": []}"#, (None, None, None)),
        (
            br#"{"type": "about:blank", "title": "t", "status": 404, "detail": "m"}"#,
            (None, None, m),
        ),
        (
            br#"{"type": "about:blank", "title": "m", "status": 404}"#,
            (None, None, m),
        ),
        (br#"{"title": "m", "detail": ""}"#, (None, None, m)),
        (br#"{"title": "m", "detail": null}"#, (None, None, m)),
        (
            br#"{"error": "invalid_grant", "error_description": "m"}"#,
            (None, Some("invalid_grant"), m),
        ),
        (b"Not here.", (None, None, Some("Not here."))),
        (b" Not here.\r\n", (None, None, Some("Not here."))),
        (b"\xef\xbb\xbfNot here.", (None, None, Some("Not here."))),
        (br#""Not here.\n""#, (None, None, Some("Not here."))),
        (br#""\u003chtml>m""#, (None, None, None)),
        (br#""""#, (None, None, None)),
        (b"caf\xe9 closed", (None, None, Some("caf\u{e9} closed"))),
        (b"<!DOCTYPE html><p>m</p>", (None, None, None)),
        (b"bin\x00ary", (None, None, None)),
        (br#"{"code": 1, "message": "m"#, (None, None, None)),
        (b"true", (None, None, None)),
        (
            b"{\"code\": 1, \"message\": \"caf\xe9\"}",
            (Some(1), None, Some("caf\u{e9}")),
        ),
        (
            br#"{"code": 1, "message": "a\ud800b"}"#,
            (Some(1), None, Some("a\u{fffd}b")),
        ),
        (
            br#"{"code": 1, "message": "a\udc00\u00e9"}"#,
            (Some(1), None, Some("a\u{fffd}\u{e9}")),
        ),
        (
            br#"{"code": 1, "message": "\ud83d\ude00\\ud800"}"#,
            (Some(1), None, Some("\u{1f600}\\ud800")),
        ),
        (
            br#"{ code: 1, message: "a\ud800" }"#,
            (Some(1), None, Some("a\u{fffd}")),
        ),
    ];
    for (body, expected) in cases {
        let shown = String::from_utf8_lossy(body).into_owned();
        let error = error_of(Reply::status(404, body)).await;
        assert_eq!(error.kind(), ErrorKind::Api, "{shown}");
        let read = (error.code(), error.error_name(), error.message());
        assert_eq!(read, expected, "{shown}");
        assert_eq!(error.status(), Some(http::StatusCode::NOT_FOUND));
        assert_eq!(error.body().map(|body| &body[..]), Some(body), "{shown}");
    }
}

#[tokio::test]
async fn a_name_is_displayed() {
    let body = r#"{"error": "EntityNotFound", "message": "No such ticket."}"#;
    let error = error_of(Reply::status(404, body)).await;
    assert_eq!(
        error.to_string(),
        "GET livechat/faults/{id}: the service answered 404 Not Found, EntityNotFound: No such ticket."
    );
    let api = error.api().expect("an error of the service");
    assert_eq!(api.to_string(), "<EntityNotFound, No such ticket.>");
}
