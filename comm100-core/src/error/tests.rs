//! What an error reports, in its methods and its texts.

use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, StatusCode};
use jiff::Timestamp;

use super::one_line::OneLine;
use super::{ApiError, Error, ErrorKind, Sent, TransportError};
use crate::info::{EndpointInfo, Verb};

type Predicate = fn(&Error) -> bool;

/// Each kind, with the one method that is true for it.
const KINDS: [(ErrorKind, Option<Predicate>); 13] = [
    (ErrorKind::Config, Some(Error::is_config)),
    (ErrorKind::Request, Some(Error::is_request)),
    (ErrorKind::Connect, Some(Error::is_connect)),
    (ErrorKind::Timeout, Some(Error::is_timeout)),
    (ErrorKind::Transport, Some(Error::is_transport)),
    (ErrorKind::Redirect, Some(Error::is_redirect)),
    (ErrorKind::Api, Some(Error::is_api)),
    (ErrorKind::Decode, Some(Error::is_decode)),
    (ErrorKind::TooLarge, Some(Error::is_too_large)),
    (ErrorKind::QuotaExhausted, None),
    (
        ErrorKind::QuotaUnavailable,
        Some(Error::is_quota_unavailable),
    ),
    (ErrorKind::Authorization, Some(Error::is_authorization)),
    (ErrorKind::RateLimited, Some(Error::is_rate_limited)),
];

#[test]
fn one_method_is_true_for_a_kind() {
    for (kind, _) in KINDS {
        let error = Error::new(kind, String::new());
        assert_eq!(error.kind(), kind);
        for (other, predicate) in KINDS {
            if let Some(predicate) = predicate {
                assert_eq!(predicate(&error), other == kind, "{other:?} of {kind:?}");
            }
        }
        assert!(!error.is_unauthorized() && !error.is_not_found() && !error.is_quota_exhausted());
    }
    let answered = |status| Error::decode(String::new()).answered_with(status);
    for status in [
        StatusCode::UNAUTHORIZED,
        StatusCode::NOT_FOUND,
        StatusCode::GONE,
    ] {
        let error = answered(status);
        assert_eq!(error.is_unauthorized(), status == StatusCode::UNAUTHORIZED);
        assert_eq!(error.is_not_found(), status == StatusCode::NOT_FOUND);
    }
    let reset = Timestamp::UNIX_EPOCH;
    assert!(
        answered(StatusCode::OK)
            .exhausted_until(reset)
            .is_quota_exhausted()
    );
}

#[test]
fn an_error_reports_what_it_was_made_of() {
    let new = || Error::new(ErrorKind::Transport, "it broke".into());
    let bare = new();
    assert_eq!(
        (bare.status(), bare.code(), bare.page()),
        (None, None, None)
    );
    assert_eq!((bare.error_name(), bare.message()), (None, None));
    assert_eq!((bare.sent(), bare.attempts()), (Sent::No, 0));
    assert_eq!((bare.retry_after(), bare.resets_at()), (None, None));
    assert!(bare.api().is_none() && bare.body().is_none() && bare.endpoint().is_none());
    assert!(bare.source().is_none());

    let wait = Some(Duration::from_secs(3));
    let error = new()
        .answered_with(StatusCode::BAD_GATEWAY)
        .with_body(Bytes::from_static(b"body"))
        .after_attempts(4)
        .with_retry_after(wait)
        .exhausted_until(Timestamp::UNIX_EPOCH)
        .caused_by("the cause")
        .of_page(5);
    assert_eq!(error.status(), Some(StatusCode::BAD_GATEWAY));
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"body"[..]));
    assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 4));
    assert_eq!((error.retry_after(), error.page()), (wait, Some(5)));
    assert_eq!(error.resets_at(), Some(Timestamp::UNIX_EPOCH));
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("the cause")
    );
    assert_eq!(
        format!("{error:?}"),
        "Error { kind: Transport, \
         message: \"page 5: it broke; the service answered 502 Bad Gateway\", sent: Yes, \
         attempts: 4, status: 502, retry_after: 3s, resets_at: 1970-01-01T00:00:00Z, \
         body: 4 bytes, source: the cause }"
    );
}

fn named() -> ApiError {
    let body = br#"{"error": {"code": "EntityNotFound", "message": "No such agent."}}"#;
    ApiError::decode(StatusCode::NOT_FOUND, body)
}

#[test]
fn the_services_own_words_are_kept() {
    let plain = ApiError::new(StatusCode::BAD_REQUEST, 400_001, "No name.".into());
    let silent = ApiError::decode(StatusCode::BAD_GATEWAY, b"");
    for (api, shown, text) in [
        (
            plain,
            "<400001, No name.>",
            "the service answered 400 Bad Request, code 400001: No name.",
        ),
        (
            named(),
            "<EntityNotFound, No such agent.>",
            "the service answered 404 Not Found, EntityNotFound: No such agent.",
        ),
        (
            silent,
            "<502 Bad Gateway>",
            "the service answered 502 Bad Gateway",
        ),
    ] {
        assert_eq!(api.to_string(), shown);
        let (status, code) = (api.status(), api.code());
        let (name, message) = (
            api.name().map(str::to_owned),
            api.message().map(str::to_owned),
        );
        let error = Error::refused(api, Bytes::new());
        assert_eq!(error.to_string(), text);
        assert_eq!((error.status(), error.code()), (Some(status), code));
        assert_eq!(error.error_name(), name.as_deref());
        assert_eq!(error.message(), message.as_deref());
        assert!(error.api().is_some() && error.body().is_some());
        assert_eq!(error.sent(), Sent::Yes);
    }
    let token = Error::authorization("unused".into()).with_api(named());
    assert_eq!(
        token.to_string(),
        "cannot get a token: the token endpoint answered 404 Not Found, EntityNotFound: No such agent."
    );
    assert_eq!(
        (token.sent(), token.status()),
        (Sent::No, Some(StatusCode::NOT_FOUND))
    );
}

static LIST: EndpointInfo = EndpointInfo::new("list", Verb::Get, "livechat/chats", &[]);

#[test]
fn the_text_agrees_with_how_far_the_request_got() {
    use ErrorKind::{Connect, Decode, Timeout, Transport};
    for (kind, sent, expected) in [
        (Connect, Sent::No, "x; nothing was sent"),
        (Timeout, Sent::No, "x; nothing was sent"),
        (Transport, Sent::No, "x; nothing was sent"),
        (Decode, Sent::No, "x"),
        (
            Connect,
            Sent::Maybe,
            "x; an earlier attempt may have reached the service",
        ),
        (
            Timeout,
            Sent::Maybe,
            "x; it is not known whether the service acted",
        ),
        (
            Transport,
            Sent::Maybe,
            "x; it is not known whether the service acted",
        ),
        (
            Timeout,
            Sent::Yes,
            "x; the service answered an earlier attempt",
        ),
        (Decode, Sent::Yes, "x"),
    ] {
        let error = Error::new(kind, "x".into()).reached(sent);
        assert_eq!(error.to_string(), expected, "{kind:?}");
    }
    // A read does nothing.
    for kind in [Connect, Timeout, Transport] {
        let error = Error::new(kind, "x".into()).reached(Sent::Maybe).at(&LIST);
        assert_eq!(error.to_string(), "GET livechat/chats: x", "{kind:?}");
    }
}

#[test]
fn a_transports_error_is_shown_as_its_source() {
    let fault = Error::decode("it broke".into()).caused_by("the cause");
    let error = TransportError::maybe_sent(fault);
    assert_eq!(error.to_string(), "it broke");
    let source = error.source().map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("the cause"));
}

#[test]
fn text_from_outside_is_one_capped_line() {
    let shown = |text: &str| OneLine(text).to_string();
    for (text, expected) in [
        ("plain \u{e9}", "plain \u{e9}"),
        ("a\nb\r\tc", "a b  c"),
        ("\u{ad}\u{61c}\u{180e}\u{feff}", "    "),
        ("\u{200b}\u{200f}\u{2028}\u{202e}", "    "),
        ("\u{2060}\u{206f}\u{fff9}\u{fffb}", "    "),
    ] {
        assert_eq!(shown(text), expected);
    }
    assert_eq!(shown(&"a".repeat(300)), "a".repeat(300));
    assert_eq!(
        shown(&"\u{e9}".repeat(301)),
        format!("{}...", "\u{e9}".repeat(300))
    );
}

#[test]
fn secrets_that_the_service_repeats_are_replaced() {
    // `user@x.org:password` as Basic authorization has it.
    let basic = "Basic dXNlckB4Lm9yZzpwYXNzd29yZA==";
    for (header, message, expected) in [
        (basic, "not password", "not [REDACTED]"),
        (
            basic,
            "dXNlckB4Lm9yZzpwYXNzd29yZA== of user@x.org",
            "[REDACTED] of user@x.org",
        ),
        ("Bearer abcdefgh", "abcdefgh is old", "[REDACTED] is old"),
        ("abcdefgh", "abcdefgh is old", "[REDACTED] is old"),
        // Shorter than eight letters, it may be a part of a word.
        ("Bearer abcdefg", "abcdefg is old", "abcdefg is old"),
        (
            "Bearer dXNlckB4Lm9yZzpwYXNzd29yZA==",
            "not password",
            "not password",
        ),
    ] {
        let header = HeaderValue::from_static(header);
        let mut api = ApiError::new(StatusCode::UNAUTHORIZED, 1, message.into());
        api.name = Some(message.into());
        let api = api.without_secrets_of(Some(&header));
        assert_eq!(
            (api.name(), api.message()),
            (Some(expected), Some(expected))
        );
    }
    let api = named().without_secrets_of(None);
    assert_eq!(api, named());
}
