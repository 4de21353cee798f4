//! The bodies of events.

use comm100::{
    sandbox::Notification,
    v1::{Chat, OfflineMessagesApi as _},
    v2::{WebhookEvent, WebhooksApi as _},
    webhook::{AgentStatus, ChatEnded, Event, Id, VisitorStatus},
};
use comm100_tests::fault::{FaultServer, Received, Reply};
use jiff::civil::date;

use super::{chats, sandbox};

const EVENTS: [WebhookEvent; 7] = [
    WebhookEvent::ChatRequested,
    WebhookEvent::ChatStarted,
    WebhookEvent::ChatTransferred,
    WebhookEvent::ChatEnded,
    WebhookEvent::ChatWrappedUp,
    WebhookEvent::OfflineMessageSubmitted,
    WebhookEvent::OperatorEventNotification,
];

fn read(request: &Received) -> Event {
    Event::from_slice(&request.body).expect("an event")
}

#[tokio::test]
async fn each_event_arrives_as_the_api_describes_it() {
    let (sandbox, client) = sandbox().await;
    let server = FaultServer::replies([Reply::ok()]).await.expect("a server");
    for event in EVENTS {
        let url = format!("{}/hooks/s3cret?event={event}", server.origin());
        client.create_webhook(event, &url).await.expect("a webhook");
    }
    let chats = chats(&client).await;
    let chat = chats
        .iter()
        .find(|chat| chat.wrap_up.is_some() && !chat.attachment.is_empty());
    let chat = chat.expect("a chat with a wrap-up and a file");
    let messages = client.list_offline_messages().date_from(date(2026, 9, 1));
    let message = &messages.await.expect("messages").offline_messages[0];
    let id = &chat.id;
    for notification in [
        Notification::chat_requested(id),
        Notification::chat_started(id),
        Notification::chat_transferred(id),
        Notification::chat_ended(id),
        Notification::chat_wrapped_up(id),
        Notification::offline_message_submitted(&message.id),
        Notification::agent_status_changed("support@example.com", "away"),
    ] {
        let deliveries = sandbox.deliver(&notification).await.expect("a delivery");
        let received = deliveries.iter().filter(|delivery| delivery.is_received());
        assert_eq!(received.count(), 1, "{deliveries:?}");
    }

    let requests = server.received();
    for (request, event) in requests.iter().zip(EVENTS) {
        assert_eq!(request.method(), "POST");
        assert_eq!(request.target(), format!("/hooks/s3cret?event={event}"));
        let content_type = request.header("content-type").expect("a type");
        assert!(
            content_type.starts_with("application/json"),
            "{content_type}"
        );
        assert_eq!(
            request.header("host"),
            server.origin().strip_prefix("http://")
        );
    }
    let events: Vec<Event> = requests.iter().map(read).collect();
    let [
        Event::ChatRequested(requested),
        Event::ChatStarted(started),
        Event::ChatTransferred(transferred),
        Event::ChatEnded(ended),
        Event::ChatWrappedUp(wrapped),
        Event::OfflineMessageSubmitted(submitted),
        Event::AgentStatusChanged(changed),
    ] = &events[..]
    else {
        panic!("{events:?}");
    };
    assert_eq!(requested.visitor.status, VisitorStatus::WaitingForChat);
    assert_eq!(started.visitor.status, VisitorStatus::Chatting);
    assert_eq!(transferred.chat.id.as_ref(), Some(id));
    for event in &events[..5] {
        assert_eq!(event.chat_id(), Some(id));
    }

    assert_same_chat(ended, chat);
    let wrap_up = chat.wrap_up.as_ref().expect("a wrap-up");
    for sent in [
        ended.chat.wrap_up.as_ref().expect("a wrap-up"),
        &wrapped.wrap_up,
    ] {
        assert_eq!(
            (&sent.category, &sent.comment),
            (&wrap_up.category, &wrap_up.comment)
        );
        assert_eq!(Some(sent.time), wrap_up.time);
    }

    let sent = &submitted.offline_message;
    assert_eq!(sent.id.as_ref(), Some(&message.id));
    assert_eq!(
        (&sent.subject, &sent.content),
        (&message.subject, &message.content)
    );
    assert_eq!((&sent.name, sent.time), (&message.name, message.time));
    assert_eq!(changed.status, AgentStatus::Away);
    let id = changed.operator_id.as_ref().and_then(Id::number);
    assert!(id.is_some(), "{changed:?}");
}

/// The event has the values of the chat that the API returns.
fn assert_same_chat(ended: &ChatEnded, chat: &Chat) {
    let (visitor, sent) = (&ended.visitor, &ended.chat);
    assert_eq!(visitor.status, VisitorStatus::ChatEnded);
    assert_eq!((&sent.name, &sent.email), (&chat.name, &chat.email));
    assert_eq!((&sent.phone, &sent.company), (&chat.phone, &chat.company));
    assert_eq!(visitor.name, chat.name);
    assert_eq!(Some(&sent.department), chat.department.as_ref());
    assert!(matches!(visitor.department, Some(Id::Number(11..=13))));
    assert_eq!(sent.operators, chat.operators);
    assert_eq!(
        (sent.start_time, sent.end_time),
        (chat.start_time, chat.end_time)
    );
    assert_eq!(sent.waiting_time, chat.waiting_time);
    assert_eq!(sent.attachment, chat.attachment);
    assert_eq!(sent.custom_variable, chat.custom_variable);
    let fields = sent
        .custom_fields
        .iter()
        .map(|field| (&field.name, &field.value));
    assert!(
        fields.eq(chat
            .custom_fields
            .iter()
            .map(|field| (&field.name, &field.value)))
    );
    // The service adds its own lines around the messages.
    let lines: Vec<&str> = sent.transcript_lines().collect();
    let messages: Vec<&str> = chat.chat_transcript.lines().collect();
    assert_eq!(lines[1..lines.len() - 1], messages);
    assert!(lines[0].ends_with(" joins."), "{lines:?}");
}

#[tokio::test]
async fn the_new_platform_has_guids() {
    let (sandbox, client) = sandbox().await;
    let server = FaultServer::replies([Reply::ok()]).await.expect("a server");
    for event in EVENTS {
        client
            .create_webhook(event, server.origin())
            .await
            .expect("a webhook");
    }
    let chat = &chats(&client).await[0].id;
    for notification in [
        Notification::chat_ended(chat),
        Notification::agent_status_changed("support@example.com", "login"),
    ] {
        let deliveries = sandbox.deliver(&notification.with_guids()).await;
        assert!(
            deliveries
                .expect("a delivery")
                .last()
                .expect("one")
                .is_received()
        );
    }
    let requests = server.received();
    let (Event::ChatEnded(ended), Event::AgentStatusChanged(changed)) =
        (read(&requests[0]), read(&requests[1]))
    else {
        panic!("{requests:?}");
    };
    for id in [ended.visitor.department, changed.operator_id] {
        let id = id.expect("an id");
        assert_eq!((id.number(), id.to_string().len()), (None, 36), "{id}");
    }
}
