//! What is not accepted, and how much.

use std::{fs, io::Write as _, net::TcpStream};

use comm100::{
    sandbox::{Notification, Sandbox},
    v2::WebhookEvent,
};
use comm100_tests::fault::{FaultServer, Gate, Reply};
use http::StatusCode;
use serde_json::json;

use super::{ADMIN, Round, SECRET, ended};
use crate::programs::{Program, folder};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_the_service_is_rejected() {
    let mut round = Round::start("receiver_rejects", &["--max-body", "1000"]).await;
    let id = round.chats().await.remove(0);
    for wrong in [
        "0123456789abcdef-ABCDEf",
        "0123456789abcdef-ABCDEF0",
        "x",
        "%00",
    ] {
        round.register(WebhookEvent::ChatStarted, wrong).await;
    }
    let statuses = round.deliver(&Notification::chat_started(&id)).await;
    assert_eq!(statuses, [StatusCode::NOT_FOUND; 4]);
    round.register(WebhookEvent::ChatEnded, SECRET).await;
    let body = |bytes: &[u8]| Notification::body("chatEnded", bytes);
    for (notification, status) in [
        (ended("a1", 2000), StatusCode::PAYLOAD_TOO_LARGE),
        (body(b"event=chat_ended"), StatusCode::BAD_REQUEST),
        (body(b""), StatusCode::BAD_REQUEST),
        (body(b"[]"), StatusCode::BAD_REQUEST),
        (ended("../../escape", 0), StatusCode::OK),
        (
            body(br#"{"event":"\u001b[2J","chat_id":"a"}"#),
            StatusCode::OK,
        ),
        (
            ended("00000000-0000-0000-0000-000000000000", 0),
            StatusCode::OK,
        ),
        (ended(id.as_str(), 0), StatusCode::OK),
    ] {
        assert_eq!(round.deliver(&notification).await, [status]);
    }
    assert_eq!(round.receiver.line(), "chat_ended: about no chat");
    assert_eq!(round.receiver.line(), "unknown event: about no chat");
    // Between them, a chat that the account does not have is an error on stderr.
    assert_eq!(
        round.receiver.line(),
        format!("chat_ended {id}: stored in {id}.txt")
    );
    let escaped = round.folder.join("../../escape.txt");
    assert!(!escaped.exists());
    assert_eq!(round.stops(), "Stopped. Transcripts stored: 1");
}

/// A service that returns chats once the gate is open.
async fn held(gate: &Gate) -> FaultServer {
    let waiting = gate.clone();
    let service = FaultServer::builder().on_request(move |_, request| {
        let id = request.target().rsplit('/').next().unwrap_or_default();
        let message = json!({ "sender": "Sam", "content": "Hello" });
        let chat = json!({ "id": id, "chatTranscript": [message] }).to_string();
        let json = [("content-type", "application/json")];
        let reply = Reply::with_headers(200, &json, &chat);
        Reply {
            steps: [Reply::new().gate(&waiting).steps, reply.steps].concat(),
        }
    });
    service.start().await.expect("a service")
}

/// A receiver that reads chats from this service.
async fn reading(service: &FaultServer, test: &str, arguments: &[&str]) -> Round {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let program = Program::new("webhook_receiver")
        .env("COMM100_PLATFORM", service.origin())
        .env("COMM100_TOKEN", "t0ken");
    let round = Round::with(test, sandbox, program, arguments);
    round.register(WebhookEvent::ChatEnded, SECRET).await;
    round
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_answers_503_and_forgets_nothing() {
    let gate = Gate::new();
    let service = held(&gate).await;
    let mut round = reading(&service, "receiver_full", &["--queue", "1"]).await;
    assert_eq!(round.deliver(&ended("a1", 0)).await, [StatusCode::OK]);
    // The first one is being processed, the second one waits.
    gate.reached(1).await;
    assert_eq!(round.deliver(&ended("a2", 0)).await, [StatusCode::OK]);
    assert_eq!(
        round.deliver(&ended("a3", 0)).await,
        [StatusCode::SERVICE_UNAVAILABLE]
    );
    gate.open();
    assert_eq!(round.receiver.line(), "chat_ended a1: stored in a1.txt");
    assert_eq!(round.receiver.line(), "chat_ended a2: stored in a2.txt");
    assert_eq!(round.deliver(&ended("a3", 0)).await, [StatusCode::OK]);
    assert_eq!(round.receiver.line(), "chat_ended a3: stored in a3.txt");
    let text = fs::read_to_string(round.folder.join("a3.txt")).expect("a transcript");
    assert_eq!(text, "Sam: Hello\n");
    for request in service.received() {
        assert_eq!(request.header("authorization"), Some("Bearer t0ken"));
        assert!(
            request.target().starts_with("/api/v2/livechat/chats/a"),
            "{}",
            request.line()
        );
    }
    round.stops();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_accepted_is_processed_after_a_supervisors_signal() {
    let gate = Gate::new();
    let service = held(&gate).await;
    let round = reading(&service, "receiver_term", &[]).await;
    for id in ["a1", "a2", "a3"] {
        assert_eq!(round.deliver(&ended(id, 0)).await, [StatusCode::OK]);
    }
    gate.reached(1).await;
    round.receiver.signal("-TERM");
    gate.open();
    assert_eq!(round.stopped(), "Stopped. Transcripts stored: 3");
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_request_does_not_keep_it_running() {
    let mut round = Round::start("receiver_half", &[]).await;
    let id = round.chats().await.remove(0);
    round.register(WebhookEvent::ChatEnded, SECRET).await;
    let address = round.origin.trim_start_matches("http://").to_owned();
    let mut half = TcpStream::connect(address).expect("a connection");
    half.write_all(b"POST /hooks/").expect("half a request");
    // It arrives after the half request.
    let ended = Notification::chat_ended(&id);
    assert_eq!(round.deliver(&ended).await, [StatusCode::OK]);
    let line = round.receiver.line();
    assert_eq!(line, format!("chat_ended {id}: stored in {id}.txt"));
    assert_eq!(round.stops(), "Stopped. Transcripts stored: 1");
    drop(half);
}

#[test]
fn a_secret_that_can_be_guessed_is_rejected() {
    let folder = folder("receiver_secret");
    let program = |secret: Option<&str>| {
        let program = Program::new("webhook_receiver")
            .account("http://127.0.0.1:1", ADMIN, "key")
            .args(["--listen", "127.0.0.1:0", "--transcripts"])
            .arg(&folder);
        match secret {
            Some(secret) => program.env("COMM100_WEBHOOK_SECRET", secret),
            None => program,
        }
    };
    let said = program(None).fails();
    assert!(said.contains("COMM100_WEBHOOK_SECRET is not set"), "{said}");
    for secret in [
        "",
        "s3cret",
        "0123456789abcde",
        "0123456789abcdef/",
        "0123456789abcdef é",
    ] {
        let said = program(Some(secret)).fails();
        assert!(said.contains("must be at least 16 letters"), "{said}");
        assert!(secret.is_empty() || !said.contains(secret), "{said}");
    }
}
