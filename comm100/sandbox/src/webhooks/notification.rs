//! Events to deliver.

use std::sync::Arc;

/// An event of the account that [`Sandbox::deliver`](crate::Sandbox::deliver) posts to webhooks.
///
/// Chats and offline messages are those of the account's history, whatever their state: `chat_started` may be
/// delivered for a chat that has ended.
///
/// ```
/// use comm100::sandbox::{Notification, Sandbox};
/// use comm100::v1::ChatsApi;
///
/// # #[tokio::main] async fn main() -> comm100::Result<()> {
/// let sandbox = Sandbox::start().await?;
/// let chats = sandbox.client()?.list_chats().date_from("2020-01-01".parse().unwrap()).await?.chats;
/// let ended = Notification::chat_ended(&chats[0].id);
/// // One webhook of the account is for ended chats. It is not on loopback, so nothing was sent to it.
/// let deliveries = sandbox.deliver(&ended).await?;
/// assert_eq!(deliveries.len(), 1);
/// assert!(!deliveries[0].is_received());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    pub(super) kind: Kind,
    pub(super) has_guids: bool,
}

/// The event. A text is the id of the chat or of the offline message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    ChatRequested(String),
    ChatStarted(String),
    ChatTransferred(String),
    ChatEnded(String),
    ChatWrappedUp(String),
    OfflineMessageSubmitted(String),
    AgentStatusChanged { email: String, status: String },
    Body { event: String, body: Arc<[u8]> },
}

impl Notification {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            has_guids: false,
        }
    }

    /// Creates the notification that a visitor requested the chat with this id.
    #[must_use]
    pub fn chat_requested(id: impl AsRef<str>) -> Self {
        Self::new(Kind::ChatRequested(id.as_ref().to_owned()))
    }

    /// Creates the notification that the chat with this id started.
    #[must_use]
    pub fn chat_started(id: impl AsRef<str>) -> Self {
        Self::new(Kind::ChatStarted(id.as_ref().to_owned()))
    }

    /// Creates the notification that the chat with this id was transferred.
    #[must_use]
    pub fn chat_transferred(id: impl AsRef<str>) -> Self {
        Self::new(Kind::ChatTransferred(id.as_ref().to_owned()))
    }

    /// Creates the notification that the chat with this id ended.
    #[must_use]
    pub fn chat_ended(id: impl AsRef<str>) -> Self {
        Self::new(Kind::ChatEnded(id.as_ref().to_owned()))
    }

    /// Creates the notification that an agent wrapped up the chat with this id. The fields of a chat without a wrap-up are
    /// null.
    #[must_use]
    pub fn chat_wrapped_up(id: impl AsRef<str>) -> Self {
        Self::new(Kind::ChatWrappedUp(id.as_ref().to_owned()))
    }

    /// Creates the notification that a visitor left the offline message with this id.
    #[must_use]
    pub fn offline_message_submitted(id: impl AsRef<str>) -> Self {
        Self::new(Kind::OfflineMessageSubmitted(id.as_ref().to_owned()))
    }

    /// Creates the notification that the agent with this email has a new status: `online`, `away`, `login`, `logout`, or a
    /// custom one. The account does not change.
    #[must_use]
    pub fn agent_status_changed(email: impl AsRef<str>, status: impl AsRef<str>) -> Self {
        Self::new(Kind::AgentStatusChanged {
            email: email.as_ref().to_owned(),
            status: status.as_ref().to_owned(),
        })
    }

    /// Creates a notification with exactly this body, for the webhooks of an event as version 2 names it, such as
    /// `chatEnded`. For tests of what the service may send some day, and of what others may post.
    #[must_use]
    pub fn body(event: impl AsRef<str>, body: impl AsRef<[u8]>) -> Self {
        Self::new(Kind::Body {
            event: event.as_ref().to_owned(),
            body: body.as_ref().into(),
        })
    }

    /// Writes the ids of agents, departments and custom fields as GUIDs, as the new platform does. Defaults to integers.
    /// Has no effect on [`body`](Self::body).
    #[must_use]
    pub fn with_guids(mut self) -> Self {
        self.has_guids = true;
        self
    }

    /// Returns the name with which version 2 registers webhooks of the event.
    pub(super) fn registered_name(&self) -> &str {
        match &self.kind {
            Kind::ChatRequested(_) => "chatRequested",
            Kind::ChatStarted(_) => "chatStarted",
            Kind::ChatTransferred(_) => "chatTransferred",
            Kind::ChatEnded(_) => "chatEnded",
            Kind::ChatWrappedUp(_) => "chatWrappedUp",
            Kind::OfflineMessageSubmitted(_) => "offlineMessageSubmitted",
            Kind::AgentStatusChanged { .. } => "operatorEventNotification",
            Kind::Body { event, .. } => event,
        }
    }
}
