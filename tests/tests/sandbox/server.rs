//! Starting, stopping, and what a seed makes.

use std::net::TcpStream;

use comm100::sandbox::Sandbox;

use crate::raw::{Caller, admin, at_noon, exchange, items};

#[tokio::test]
async fn it_stops_when_it_is_dropped() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let port = sandbox.port();
    assert_eq!(sandbox.origin(), format!("http://127.0.0.1:{port}"));
    let idle = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    drop(sandbox);
    assert!(
        exchange(
            port,
            b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        )
        .is_err()
    );
    // A connection that was open is closed.
    let mut buffer = [0];
    let read = std::io::Read::read(&mut &idle, &mut buffer);
    assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let error = Sandbox::builder()
        .port(sandbox.port())
        .start()
        .await
        .expect_err("a taken port");
    assert!(error.is_config());
    assert!(
        error.to_string().contains(&sandbox.port().to_string()),
        "{error}"
    );
    let port = sandbox.port();
    drop(sandbox);
    let again = Sandbox::builder()
        .port(port)
        .start()
        .await
        .expect("a free port");
    assert_eq!(again.port(), port);
}

#[tokio::test]
async fn a_seed_and_a_time_make_one_account() {
    let paths = [
        "chats?date_from=2024-01-01&date_to=2024-05-14&page=3",
        "visitors",
        "operators",
        "offline_messages?date_from=2024-01-01&date_to=2024-05-14",
        "reports/realtime/today",
    ];
    let bodies = async |seed: u64| {
        let sandbox = at_noon().seed(seed).start().await.expect("a sandbox");
        let caller = admin(&sandbox);
        paths.map(|path| caller.get(path).ok())
    };
    let first = bodies(7).await;
    assert_eq!(bodies(7).await, first);
    let other = bodies(8).await;
    for (path, (one, other)) in paths.iter().zip(first.iter().zip(&other)) {
        assert_ne!(one, other, "{path}");
    }
}

#[tokio::test]
async fn there_are_some_thousand_chats_over_months_up_to_the_present() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let total = |path: &str| caller.get(path).ok()["total"].as_u64().expect("a total");
    assert!(total("chats?date_from=2024-01-01&date_to=2024-05-14") > 2_000);
    assert!(total("offline_messages?date_from=2024-01-01&date_to=2024-05-14") > 400);
    // Today is the default, and nothing is in the future.
    assert!(total("chats") > 0);
    assert_eq!(
        total("chats"),
        total("chats?date_from=2024-05-14&date_to=2024-05-14")
    );
    assert_eq!(total("chats?date_from=2024-05-15&date_to=2024-06-14"), 0);
    assert!(total("chats?date_from=2024-02-01&date_to=2024-02-29") > 300);
}

#[tokio::test]
async fn it_starts_at_any_time() {
    for now in [
        "2024-05-14T00:00:00Z",
        "2024-02-29T00:00:01Z",
        "1970-01-01T00:00:00Z",
    ] {
        let now: jiff::Timestamp = now.parse().expect("a timestamp");
        let sandbox = Sandbox::builder()
            .clock(move || now)
            .start()
            .await
            .expect("a sandbox");
        let caller = admin(&sandbox);
        caller.get("chats").ok();
        caller.get("reports/realtime/today").ok();
        assert!(!items(&caller.get("visitors").ok()).is_empty());
    }
}

#[tokio::test]
async fn an_openapi_document_is_served_only_if_given() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    admin(&sandbox).get("/openapi.json").refused(404);
    let sandbox = at_noon()
        .openapi(r#"{ "openapi": "3.1.0", "servers": [] }"#)
        .start()
        .await
        .expect("a sandbox");
    // It is public, and not a call of the API.
    let document = Caller::with_header(&sandbox, None)
        .get("/openapi.json")
        .ok();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], "http://localhost");
    assert_eq!(sandbox.used_today(), 0);
    for text in ["", "[]", "openapi: 3.1.0"] {
        let error = at_noon()
            .openapi(text)
            .start()
            .await
            .expect_err("no object");
        assert!(error.is_config(), "{error}");
        assert!(error.to_string().contains("`.openapi(..)`"), "{error}");
    }
}

#[tokio::test]
async fn it_serves_clients_of_the_crate() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    sandbox.client().expect("a client");
    sandbox.client_of("support@example.com").expect("a client");
    let error = sandbox
        .client_of("nobody@example.com")
        .expect_err("no such agent");
    assert!(error.is_config());
    assert!(!format!("{sandbox:?}").contains("x-no-such-text"));
}
