//! `webhook_receiver`, posted to by the sandbox.

mod limits;
mod round;

use std::path::PathBuf;

use comm100::{
    Client,
    sandbox::{Delivery, Notification, Sandbox},
    v2::{ChatId, ChatsApi as _, WebhookEvent, WebhooksApi as _},
};
use http::StatusCode;
use serde_json::json;

use crate::{
    programs::{Program, folder},
    running::Running,
};

const ADMIN: &str = "admin@example.com";
const SECRET: &str = "0123456789abcdef-ABCDEF";

struct Round {
    sandbox: Sandbox,
    client: Client,
    receiver: Running,
    origin: String,
    folder: PathBuf,
}

impl Round {
    /// Starts a receiver that reads chats from the sandbox with a token.
    async fn start(test: &str, arguments: &[&str]) -> Self {
        let now: jiff::Timestamp = "2026-10-01T12:00:00Z".parse().expect("a time");
        let sandbox = Sandbox::builder().clock(move || now).start().await;
        let sandbox = sandbox.expect("a sandbox");
        let password = sandbox.password(ADMIN).expect("the admin");
        let program = Program::new("webhook_receiver")
            .env("COMM100_PLATFORM", sandbox.origin())
            .env("COMM100_EMAIL", ADMIN)
            .env("COMM100_PASSWORD", &password);
        Self::with(test, sandbox, program, arguments)
    }

    fn with(test: &str, sandbox: Sandbox, program: Program, arguments: &[&str]) -> Self {
        let folder = folder(test).join("transcripts");
        let mut receiver = program
            .env("COMM100_WEBHOOK_SECRET", SECRET)
            .args(["--listen", "127.0.0.1:0", "--transcripts"])
            .arg(&folder)
            .args(arguments)
            .starts();
        let line = receiver.line();
        let origin = line
            .strip_prefix("Listening on ")
            .and_then(|rest| rest.split(',').next());
        let origin = origin.unwrap_or_else(|| panic!("{line}")).to_owned();
        assert!(!line.contains(SECRET), "{line}");
        Self {
            client: sandbox.client().expect("a client"),
            sandbox,
            receiver,
            origin,
            folder,
        }
    }

    async fn register(&self, event: WebhookEvent, secret: &str) {
        let url = format!("{}/hooks/{secret}", self.origin);
        self.client
            .create_webhook(event, &url)
            .await
            .expect("a webhook");
    }

    /// The statuses of the webhooks that answered.
    async fn deliver(&self, notification: &Notification) -> Vec<StatusCode> {
        let deliveries = self
            .sandbox
            .deliver(notification)
            .await
            .expect("a delivery");
        deliveries.iter().filter_map(Delivery::status).collect()
    }

    /// Chats of the last days.
    async fn chats(&self) -> Vec<ChatId> {
        let list = self.client.list_chats();
        let page = list
            .time_from(jiff::civil::date(2026, 9, 20).at(0, 0, 0, 0))
            .await;
        page.expect("chats")
            .chats
            .into_iter()
            .map(|chat| chat.id)
            .collect()
    }

    fn stops(self) -> String {
        self.receiver.interrupt();
        self.stopped()
    }

    /// The last line after a signal.
    fn stopped(self) -> String {
        let mut receiver = self.receiver;
        let last = receiver.line_with("Stopped");
        let (code, said) = receiver.ends();
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("Stopping"), "{said}");
        last
    }
}

/// The body of an event that names a chat, with so many more bytes.
fn ended(id: &str, more: usize) -> Notification {
    let body =
        json!({ "event": "chat_ended", "visitor": { "chat_id": id }, "more": "x".repeat(more) });
    Notification::body("chatEnded", body.to_string())
}
