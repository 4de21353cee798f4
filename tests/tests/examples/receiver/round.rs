//! From the registered webhook to the stored transcript.

use std::fs;

use comm100::{
    sandbox::Notification,
    v2::{ChatsApi as _, Webhook, WebhookEvent, WebhooksApi as _},
};
use http::StatusCode;

use super::{Round, SECRET};
use crate::programs::{Program, folder};

#[tokio::test(flavor = "multi_thread")]
async fn the_transcript_of_a_chat_that_ended_is_stored() {
    let mut round = Round::start("receiver_round", &[]).await;
    round.register(WebhookEvent::ChatEnded, SECRET).await;
    round.register(WebhookEvent::ChatStarted, SECRET).await;
    let chats = round.chats().await;
    let id = &chats[0];
    assert_eq!(
        round.deliver(&Notification::chat_started(id)).await,
        [StatusCode::OK]
    );
    assert_eq!(
        round.deliver(&Notification::chat_ended(id)).await,
        [StatusCode::OK]
    );
    assert_eq!(
        round.receiver.line(),
        format!("chat_started {id}: nothing to do")
    );
    assert_eq!(
        round.receiver.line(),
        format!("chat_ended {id}: stored in {id}.txt")
    );
    assert!(
        round.sandbox.tokens_issued() > 0,
        "it signed in with its password"
    );

    let chat = round.client.get_chat(id).await.expect("the chat");
    let file = round.folder.join(format!("{id}.txt"));
    let text = fs::read_to_string(&file).expect("the transcript");
    assert_eq!(text.lines().count(), chat.chat_transcript.len());
    for (line, message) in text.lines().zip(&chat.chat_transcript) {
        assert!(
            line.ends_with(&format!(" {}: {}", message.sender, message.content)),
            "{line}"
        );
    }

    // Posted again, also by another generation of the platform.
    fs::remove_file(&file).expect("removed");
    for again in [
        Notification::chat_ended(id),
        Notification::chat_ended(id).with_guids(),
    ] {
        assert_eq!(round.deliver(&again).await, [StatusCode::OK]);
        assert_eq!(
            round.receiver.line(),
            format!("chat_ended {id}: received before")
        );
    }
    assert!(!file.exists());
    round.deliver(&Notification::chat_ended(&chats[1])).await;
    round.receiver.line_with("stored");
    assert_eq!(fs::read_dir(&round.folder).expect("the folder").count(), 1);
    assert_eq!(round.stops(), "Stopped. Transcripts stored: 2");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_registers_its_webhook_once() {
    let address = "https://hooks.example.com";
    let mut round = Round::start("receiver_registers", &["--register", address]).await;
    round.receiver.line_with("Registered webhook");
    let url = format!("{address}/hooks/{SECRET}");
    let ours = |webhooks: Vec<Webhook>| {
        let mut ours = webhooks
            .into_iter()
            .filter(|webhook| webhook.target_url == url);
        (ours.next().map(|webhook| webhook.event), ours.count())
    };
    let webhooks = round.client.list_webhooks().await.expect("webhooks");
    assert_eq!(ours(webhooks), (Some(WebhookEvent::ChatEnded), 0));

    let program = Program::new("webhook_receiver")
        .admin_of(&round.sandbox)
        .env("COMM100_WEBHOOK_SECRET", SECRET)
        .args([
            "--listen",
            "127.0.0.1:0",
            "--register",
            "https://hooks.example.com/",
            "--transcripts",
        ])
        .arg(&round.folder);
    let mut second = program.starts();
    second.line_with("is registered");
    let webhooks = round.client.list_webhooks().await.expect("webhooks");
    assert_eq!(ours(webhooks), (Some(WebhookEvent::ChatEnded), 0));
    round.stops();
}

#[test]
fn without_an_account_the_sandbox_posts_events() {
    let folder = folder("receiver_demonstration");
    let program = Program::new("webhook_receiver");
    let program = program
        .args(["--listen", "127.0.0.1:0", "--transcripts"])
        .arg(&folder);
    let mut receiver = program.starts();
    for _ in 0..3 {
        receiver.line_with("stored in");
    }
    receiver.line_with("received before");
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 3);
    receiver.interrupt();
    receiver.line_with("Transcripts stored: 3");
    assert_eq!(receiver.ends().0, Some(0));
}
