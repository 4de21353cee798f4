//! Where events are posted to, and what became of them.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::{Router, http::HeaderMap, routing::post};
use comm100::{
    sandbox::{Delivery, Notification},
    v2::{WebhookEvent, WebhooksApi as _},
};
use comm100_tests::fault::{FaultServer, Gate, Reply};
use tokio::{
    net::{TcpListener, TcpSocket},
    sync::mpsc,
};

use super::{chats, sandbox};

#[tokio::test]
async fn each_webhook_has_its_own_outcome() {
    let (sandbox, client) = sandbox().await;
    let elsewhere = FaultServer::replies([Reply::ok()]).await.expect("a server");
    let gate = Gate::new();
    let closed = FaultServer::replies([Reply::ok()]).await.expect("a server");
    let nobody = closed.origin().to_owned();
    closed.stop().await;
    let location = [("location", elsewhere.origin())];
    let replies = [
        (Reply::status(204, ""), Ok(204)),
        (Reply::status(503, "full"), Ok(503)),
        (Reply::with_headers(302, &location, ""), Ok(302)),
        (Reply::with_headers(307, &location, ""), Ok(307)),
        (
            Reply::new().close(),
            Err("the connection closed before a response"),
        ),
        (
            Reply::new().reset(),
            Err("the connection failed: connection reset"),
        ),
        (
            Reply::raw("hello\r\n\r\n").close(),
            Err("the response is not HTTP"),
        ),
        (
            Reply::new().gate(&gate),
            Err("no response before the timeout"),
        ),
    ];
    let mut servers = Vec::new();
    let mut expected = Vec::new();
    for (reply, outcome) in replies {
        let server = FaultServer::replies([reply]).await.expect("a server");
        let webhook = client
            .create_webhook(WebhookEvent::ChatStarted, server.origin())
            .await;
        expected.push((webhook.expect("a webhook").id, outcome));
        servers.push(server);
    }
    for (url, outcome) in [
        (nobody.as_str(), "cannot connect: connection refused"),
        ("https://127.0.0.1/", "the target is not an http URL"),
        ("http://example.com/", "the target is not on loopback"),
        ("http://169.254.169.254/", "the target is not on loopback"),
        (
            "http://127.0.0.1.example.com/",
            "the target is not on loopback",
        ),
        ("hook", "the target is not"),
    ] {
        let webhook = client.create_webhook(WebhookEvent::ChatStarted, url).await;
        expected.push((webhook.expect("a webhook").id, Err(outcome)));
    }
    let chat = &chats(&client).await[0].id;
    let deliveries = sandbox
        .deliver(&Notification::chat_started(chat))
        .await
        .expect("deliveries");
    assert_eq!(deliveries.len(), expected.len());
    for (delivery, (id, outcome)) in deliveries.iter().zip(expected) {
        assert_eq!(delivery.webhook_id(), id.0);
        match outcome {
            Ok(status) => {
                let status = Some(status);
                assert_eq!(
                    delivery.status().map(|known| known.as_u16()),
                    status,
                    "{delivery:?}"
                );
                assert_eq!(delivery.is_received(), status == Some(204));
            }
            Err(text) => {
                let error = delivery.error().expect("no response");
                assert!(error.starts_with(text), "{error}");
                assert!(
                    !delivery.is_received() && !error.contains("example"),
                    "{error}"
                );
            }
        }
    }
    assert_eq!(elsewhere.counts().accepted, 0, "a redirect was followed");
    assert!(
        servers.iter().all(|server| server.counts().requests == 1),
        "posted once"
    );
}

/// Many servers that listen on `localhost` have the address of IPv6 alone.
#[tokio::test]
async fn localhost_is_either_address() {
    let (sandbox, client) = sandbox().await;
    // A socket that does not listen refuses connections, and keeps the port from other tests.
    let refusing = TcpSocket::new_v4().expect("a socket");
    refusing
        .bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
        .expect("a port");
    let port = refusing.local_addr().expect("an address").port();
    let Ok(listener) = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await else {
        return; // This machine has no IPv6.
    };
    let host = format!("localhost:{port}");
    let (sender, mut received) = mpsc::channel(1);
    let respond = async move |headers: HeaderMap| {
        let host = headers.get("host").cloned();
        sender.send(host).await.expect("the test waits");
    };
    let router = Router::new().route("/hook", post(respond));
    tokio::spawn(async move { axum::serve(listener, router).await });
    client
        .create_webhook(WebhookEvent::ChatStarted, &format!("http://{host}/hook"))
        .await
        .expect("a webhook");
    let chat = &chats(&client).await[0].id;
    let started = Notification::chat_started(chat);
    let deliveries = sandbox.deliver(&started).await.expect("deliveries");
    assert!(
        deliveries.iter().all(Delivery::is_received),
        "{deliveries:?}"
    );
    let sent = received.recv().await.flatten().expect("a host");
    assert_eq!(sent, host);
}

#[tokio::test]
async fn only_the_webhooks_of_the_event_are_called() {
    let (sandbox, client) = sandbox().await;
    let server = FaultServer::replies([Reply::ok()]).await.expect("a server");
    let chat = &chats(&client).await[0].id;
    let requested = Notification::chat_requested(chat);
    assert_eq!(sandbox.deliver(&requested).await.expect("none"), []);

    let url = format!("{}/one", server.origin());
    let webhook = client
        .create_webhook(WebhookEvent::ChatStarted, &url)
        .await
        .expect("a webhook");
    assert_eq!(sandbox.deliver(&requested).await.expect("none"), []);
    let update = client
        .update_webhook(webhook.id)
        .event(WebhookEvent::ChatRequested);
    update.await.expect("the webhook");
    assert_eq!(sandbox.deliver(&requested).await.expect("one").len(), 1);
    client.remove_webhook(webhook.id).await.expect("removed");
    assert_eq!(sandbox.deliver(&requested).await.expect("none"), []);
    assert_eq!(server.counts().requests, 1);

    // Any body, byte for byte.
    client
        .create_webhook(WebhookEvent::ChatEnded, &url)
        .await
        .expect("a webhook");
    let notification = Notification::body("chatEnded", b"\xff{");
    let deliveries = sandbox.deliver(&notification).await.expect("deliveries");
    assert!(deliveries.iter().any(Delivery::is_received));
    assert_eq!(server.received()[1].body, b"\xff{");
}

#[tokio::test]
async fn what_the_account_does_not_have_is_an_error() {
    let (sandbox, _) = sandbox().await;
    for (notification, expected) in [
        (Notification::chat_ended("s3cret"), "no chat with this id"),
        (
            Notification::offline_message_submitted("s3cret"),
            "no offline message with this id",
        ),
        (
            Notification::agent_status_changed("s3cret", "away"),
            "no agent with this email",
        ),
    ] {
        let error = sandbox.deliver(&notification).await.expect_err("an error");
        assert!(error.is_config(), "{error}");
        let text = error.to_string();
        assert!(
            text.contains(expected) && !text.contains("s3cret"),
            "{text}"
        );
    }
}
