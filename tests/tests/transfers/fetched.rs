//! `fetch_url`: the URLs that the service returns, and those of an attacker.

use std::sync::{Arc, Mutex};

use comm100::{Client, Credentials, ErrorKind, Platform, RetryPolicy, Sent};
use comm100_tests::fault::{FaultServer, Reply};

use crate::{builders, transports};

#[tokio::test]
async fn urls_of_the_platform_are_fetched_as_they_are_and_others_are_not() {
    let server = FaultServer::replies([Reply::status(200, "image")])
        .await
        .expect("a server");
    for builder in builders(server.origin()) {
        // A URL may be signed, so nothing is added.
        let credentials = Credentials::new("agent@example.com", "KEY").site_id(7);
        let builder = builder
            .default_query("zone", "UTC")
            .credentials(credentials);
        let client = builder.build();
        let client = client.expect("a client");
        let url = format!("{}/files/a%20b.png?size=2&x=%2f#top", server.origin());
        let download = client.fetch_url(&url).await.expect("a head");
        assert_eq!(download.bytes().await.expect("a body"), "image");
        let request = server.received().pop().expect("a request");
        assert_eq!(request.line(), "GET /files/a%20b.png?size=2&x=%2f HTTP/1.1");
        assert!(request.header("authorization").is_some());
        let count = server.received().len();
        let port = server.origin().rsplit(':').next().expect("a port");
        for other in [
            "https://evil.example/a".to_owned(),
            format!("https://127.0.0.1:{port}/a"),
            format!("http://localhost:{port}/a"),
            format!("http://user@127.0.0.1:{port}/a"),
            "/livechat/chats".to_owned(),
            String::new(),
        ] {
            let error = client.fetch_url(&other).await.expect_err("another origin");
            assert_eq!((error.kind(), error.sent()), (ErrorKind::Request, Sent::No));
            assert!(!error.to_string().contains("evil"), "{error}");
        }
        assert_eq!(server.received().len(), count);
    }
}

#[tokio::test]
async fn the_panel_s_urls_are_fetched_too() {
    let panel = FaultServer::replies([Reply::status(200, "panel")]).await;
    let panel = panel.expect("a server");
    let api = FaultServer::replies([Reply::status(200, "api")]).await;
    let api = api.expect("a server");
    let other = FaultServer::builder().start().await.expect("a server");
    for builder in transports() {
        let platform = Platform::split(panel.origin(), api.origin()).expect("a platform");
        let client = builder.platform(platform).build().expect("a client");
        for server in [&panel, &api] {
            let url = format!("{}/avatars/7?size=2", server.origin());
            let body = client.fetch_url(&url).await.expect("a head").bytes().await;
            let name = if server.origin() == panel.origin() {
                "panel"
            } else {
                "api"
            };
            assert_eq!(body.expect("a body"), name);
            let request = server.received().pop().expect("a request");
            assert_eq!(request.line(), "GET /avatars/7?size=2 HTTP/1.1");
            let host = server.origin().trim_start_matches("http://");
            assert_eq!(request.header("host"), Some(host));
            assert!(request.header("authorization").is_some());
        }
        let url = format!("{}/avatars/7", other.origin());
        let error = client.fetch_url(&url).await.expect_err("another origin");
        assert_eq!(error.kind(), ErrorKind::Request);
    }
    assert_eq!(other.counts().accepted, 0);
}

#[tokio::test]
async fn a_redirect_to_another_origin_is_not_followed() {
    let other = FaultServer::builder().start().await.expect("a server");
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{}/stolen", other.origin());
        let reply = Reply::with_headers(status, &[("location", &location)], "");
        let server = FaultServer::replies([reply]).await.expect("a server");
        for builder in builders(server.origin()) {
            let client = builder.build().expect("a client");
            let url = format!("{}/a", server.origin());
            let error = client.fetch_url(&url).await.expect_err("a redirect");
            assert_eq!(error.kind(), ErrorKind::Redirect, "{status}");
        }
    }
    assert_eq!(other.counts().accepted, 0);
}

/// What an attacker may write into a chat, and the service return as a URL.
#[tokio::test]
async fn no_other_origin_gets_the_authorization() {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&sent);
    let client = Client::builder()
        .platform(Platform::custom("dash11.comm100.io").expect("a host"))
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .retry(RetryPolicy::off())
        .transport_fn(move |request| {
            sink.lock().expect("a lock").push(request.uri().to_string());
            async { Ok(http::Response::new("")) }
        })
        .build()
        .expect("a client");
    for url in [
        "https://evil.example/a",
        "https://api11.comm100.io.evil.example/a",
        "https://api11.comm100.io@evil.example/a",
        "https://api11.comm100.io:443@evil.example/a",
        "https://evil.example/?https://api11.comm100.io/",
        "https://evil.example#@api11.comm100.io/",
        "https://evil.example\\@api11.comm100.io/",
        "https://user@api11.comm100.io/a",
        "https://user:password@api11.comm100.io/a",
        "https://:password@api11.comm100.io/a",
        "https://api11.comm100.io:8443/a",
        "https://api11.comm100.io:80/a",
        "http://api11.comm100.io/a",
        "http://api11.comm100.io:443/a",
        "https://api11.comm100.io./a",
        "https://api12.comm100.io/a",
        "https://comm100.io/a",
        "https://evil.api11.comm100.io/a",
        "https://hosted.comm100.com/a",
        // Cyrillic letters, and an `l` for a `1`.
        "https://\u{430}pi11.comm100.io/a",
        "https://api11.c\u{43e}mm100.io/a",
        "https://xn--pi11-43d.comm100.io/a",
        "https://api1l.comm100.io/a",
        "https://api11.comm100.io\t.evil.example/a",
        "https://api11.comm100.io\n.evil.example/a",
        "https://api11.comm100.io%2eevil.example/a",
        "https://api11.comm100.io%2fevil.example/a",
        "https://api11.comm100.io\u{3002}evil.example/a",
        "https://api11.comm100.io\u{0}.evil.example/a",
        "blob:https://api11.comm100.io/a",
        "wss://api11.comm100.io/a",
        "ftp://api11.comm100.io/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/plain,x",
        "//api11.comm100.io/a",
        "/a",
        "api11.comm100.io/a",
        "https://",
        "",
    ] {
        let error = client.fetch_url(url).await.expect_err(url);
        assert_eq!(
            (error.kind(), error.sent(), error.attempts()),
            (ErrorKind::Request, Sent::No, 0),
            "{url}"
        );
        let text = error.to_string();
        assert!(
            !text.contains("evil") && !text.contains("password"),
            "{text}"
        );
    }
    assert_eq!(sent.lock().expect("a lock").len(), 0);
    // However they are written, these are the platform's own, and are sent there.
    for (url, target) in [
        (
            "https://api11.comm100.io/a?b",
            "https://api11.comm100.io/a?b",
        ),
        ("HTTPS://API11.Comm100.IO/A", "https://api11.comm100.io/A"),
        (
            "https://api11.comm100.io:443/a",
            "https://api11.comm100.io/a",
        ),
        (
            "https://dash11.comm100.io/a#b",
            "https://dash11.comm100.io/a",
        ),
        (
            "https://api11.comm100.io/@evil",
            "https://api11.comm100.io/@evil",
        ),
        (
            "https:\\\\api11.comm100.io\\a",
            "https://api11.comm100.io/a",
        ),
        (
            "https://api11.comm100.io//evil.example/a",
            "https://api11.comm100.io//evil.example/a",
        ),
    ] {
        let _ = client.fetch_url(url).await.expect("a head");
        let sent = sent.lock().expect("a lock").pop();
        assert_eq!(sent.as_deref(), Some(target), "{url}");
    }
}
