//! Platforms as text: what is read, shown and rejected.

use comm100::{ErrorKind, Platform};

use crate::{Own as _, client, parse, url};

#[test]
fn display_and_from_str_agree() {
    for text in [
        "https://hosted.comm100.com",
        "https://dash11.comm100.io",
        "https://euportal.comm100.com:8443",
        "http://127.0.0.1:8080",
        "https://dash.example.com,https://api.example.com:444",
        "http://[::1]:1,https://api.example.com",
        "https://chat.example.com/api/",
        "http://localhost:8080/a/b/",
    ] {
        let platform = parse(text);
        assert_eq!(platform.to_string(), text);
        assert_eq!(parse(&platform.to_string()), platform);
    }
    assert_eq!(parse("HOSTED"), Platform::Hosted);
    assert_eq!(parse("enterprise"), Platform::Enterprise);
}

#[test]
fn http_to_another_host_requires_danger_http() {
    let text = "http://sandbox:8080";
    assert!(Platform::custom(text).is_err());
    assert!(text.parse::<Platform>().is_err());
    assert!(Platform::base("http://sandbox:8080/api/").is_err());
    assert!(Platform::split(text, "api.example.com").is_err());
    assert!(Platform::split("api.example.com", text).is_err());
    let platform = Platform::danger_http(text).expect("a platform");
    assert_eq!(platform.to_string(), text);
    assert_eq!(
        url(client(platform).agents().request()),
        "http://sandbox:8080/api/v1/livechat/agents"
    );
    for other in [
        "ftp://sandbox",
        "http://user@sandbox",
        "http://sandbox/api",
        "http://",
    ] {
        assert!(Platform::danger_http(other).is_err(), "{other}");
    }
}

#[test]
fn invalid_origins_are_rejected() {
    for text in [
        "",
        " ",
        "//evil.com",
        "https:///evil.com",
        "https:evil.com/x",
        "https://*",
        "*.comm100.io",
        "host\u{200b}ed.comm100.com",
        "hosted.comm100.com\u{feff}",
        "hosted\u{ad}.comm100.com",
        "hosted.comm100.com\u{3002}evil.com",
        "https://user@hosted.comm100.com",
        "https://@hosted.comm100.com",
        "https://hosted.comm100.com?",
        "https://hosted.comm100.com#",
        "https://hosted.comm100.com\\@evil.com",
        "hosted.comm100.com:0",
        "ftp://hosted.comm100.com",
        "a,b,c",
        "a,",
        ",b",
    ] {
        let error = text.parse::<Platform>().expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config, "{text}");
        assert_eq!(error.to_string().lines().count(), 1, "{text}");
    }
    for text in [
        "chat.example.com/api/",
        "https://chat.example.com/api/?x=1",
        "https://*/api/",
    ] {
        assert!(Platform::base(text).is_err(), "{text}");
    }
    assert!(Platform::custom("https://chat.example.com/api/").is_err());
}
