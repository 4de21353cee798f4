//! Events that the sandbox posts to webhooks.

mod events;
mod outcomes;

use std::time::Duration;

use comm100::{
    Client,
    sandbox::Sandbox,
    v1::{Chat, ChatsApi as _},
};
use jiff::civil::date;

async fn sandbox() -> (Sandbox, Client) {
    let now: jiff::Timestamp = "2026-10-01T12:00:00Z".parse().expect("a time");
    let sandbox = Sandbox::builder().clock(move || now);
    // A target that never responds is waited for in one test.
    let sandbox = sandbox.delivery_timeout(Duration::from_millis(300));
    let sandbox = sandbox.start().await.expect("a sandbox");
    let client = sandbox.client().expect("a client");
    (sandbox, client)
}

/// The chats of September, of which some have a rating or a wrap-up.
async fn chats(client: &Client) -> Vec<Chat> {
    let list = client.list_chats().date_from(date(2026, 9, 1));
    list.await.expect("chats").chats
}
