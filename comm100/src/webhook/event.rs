//! Events.

use bytes::Bytes;

use super::wire::Body;
use super::{AgentStatus, AgentStatusChanged, Chat, OfflineMessage, Visitor, WrapUp};
use crate::__private::{decode_error, without_lone_surrogates};
use crate::Result;
use crate::model::ids::ChatId;

/// An event that the service posted to a webhook.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A visitor requested a chat and waits for an agent.
    ChatRequested(ChatRequested),
    /// A chat started.
    ChatStarted(ChatStarted),
    /// A chat was transferred to another agent or department.
    ChatTransferred(ChatTransferred),
    /// A chat ended.
    ChatEnded(ChatEnded),
    /// An agent wrapped up a chat, which may still be running.
    ChatWrappedUp(ChatWrappedUp),
    /// A visitor left an offline message.
    OfflineMessageSubmitted(OfflineMessageSubmitted),
    /// The status of an agent changed.
    AgentStatusChanged(AgentStatusChanged),
    /// An event that this version of the crate does not know.
    Unknown(UnknownEvent),
}

/// A visitor requested a chat.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChatRequested {
    /// The visitor.
    pub visitor: Visitor,
}

/// A chat started.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChatStarted {
    /// The visitor.
    pub visitor: Visitor,
}

/// A chat was transferred. The service does not say from whom and to whom.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChatTransferred {
    /// The visitor.
    pub visitor: Visitor,
    /// The chat.
    pub chat: Chat,
}

/// A chat ended.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChatEnded {
    /// The visitor.
    pub visitor: Visitor,
    /// The chat, with its transcript.
    pub chat: Chat,
}

/// An agent wrapped up a chat.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChatWrappedUp {
    /// The id of the chat.
    pub chat_id: Option<ChatId>,
    /// The visitor.
    pub visitor: Visitor,
    /// The wrap-up.
    pub wrap_up: WrapUp,
}

/// A visitor left an offline message.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OfflineMessageSubmitted {
    /// The visitor.
    pub visitor: Visitor,
    /// The message.
    pub offline_message: OfflineMessage,
}

/// An unknown event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownEvent {
    /// The name of the event; empty if it has none.
    pub event: String,
    /// The whole body.
    pub json: String,
}

impl Event {
    /// Reads the body of a request to a webhook.
    ///
    /// # Errors
    ///
    /// A [`Decode`](crate::ErrorKind::Decode) error if the body is not a JSON object. No field can
    /// cause one (see the [module](super)), but for what `serde_json` cannot read: a number beyond
    /// the range of `f64`, and values that are nested 128 deep.
    ///
    /// ```
    /// use comm100::webhook::Event;
    ///
    /// let error = Event::from_slice(b"event=login").unwrap_err();
    /// assert!(error.is_decode());
    /// ```
    // Inline, so that only programs that receive webhooks compile the decoders of all events.
    #[inline]
    pub fn from_slice(body: &[u8]) -> Result<Self> {
        // A letter in another encoding invalidates only its own field.
        let text = String::from_utf8_lossy(body);
        let json = text.strip_prefix('\u{feff}').unwrap_or(&text);
        // A lone surrogate, as in a name that is cut within an emoji, is replaced too.
        let json = &without_lone_surrogates(json);
        let read: Body = serde_json::from_str(json).map_err(|error| {
            let text = match error.classify() {
                _ if json.trim_ascii().is_empty() => {
                    "the webhook's body is empty; pass the whole body of the request".to_owned()
                }
                serde_json::error::Category::Data => {
                    "the webhook's body is JSON, but not an object; check who posts to the URL"
                        .to_owned()
                }
                _ => format!(
                    "the webhook's body is not valid JSON (line {}, column {}); pass the whole body of the request, undecoded",
                    error.line(),
                    error.column()
                ),
            };
            decode_error(text, Bytes::copy_from_slice(body))
        })?;
        Ok(Self::of(read, json))
    }

    #[inline]
    fn of(body: Body, json: &str) -> Self {
        let has_subject = body.has_subject();
        let Body {
            event,
            visitor,
            chat,
            wrapup,
            offline_message,
            chat_id,
            operator_id,
        } = body;
        match Name::of(&event) {
            Some(Name::ChatRequested) => Self::ChatRequested(ChatRequested { visitor }),
            Some(Name::ChatStarted) => Self::ChatStarted(ChatStarted { visitor }),
            Some(Name::ChatTransferred) => Self::ChatTransferred(ChatTransferred { visitor, chat }),
            Some(Name::ChatEnded) => Self::ChatEnded(ChatEnded { visitor, chat }),
            Some(Name::ChatWrappedUp) => Self::ChatWrappedUp(ChatWrappedUp {
                chat_id: chat_id.or_else(|| visitor.chat_id.clone()),
                visitor,
                wrap_up: wrapup,
            }),
            Some(Name::OfflineMessageSubmitted) => {
                Self::OfflineMessageSubmitted(OfflineMessageSubmitted {
                    visitor,
                    offline_message,
                })
            }
            Some(Name::AgentStatus(status)) => Self::AgentStatusChanged(AgentStatusChanged {
                operator_id,
                status,
            }),
            // The body of a changed status has no name but the new status, which may be a custom one,
            // and nothing but the agent's id.
            None if operator_id.is_some() && !event.is_empty() && !has_subject => {
                Self::AgentStatusChanged(AgentStatusChanged {
                    operator_id,
                    status: AgentStatus::from(event.as_str()),
                })
            }
            None => Self::Unknown(UnknownEvent {
                event,
                json: json.to_owned(),
            }),
        }
    }

    /// Returns the name of the event: `chat_started`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::ChatRequested(_) => "chat_requested",
            Self::ChatStarted(_) => "chat_started",
            Self::ChatTransferred(_) => "chat_transferred",
            Self::ChatEnded(_) => "chat_ended",
            Self::ChatWrappedUp(_) => "chat_wrapped_up",
            Self::OfflineMessageSubmitted(_) => "offline_message_submitted",
            Self::AgentStatusChanged(_) => "agent_status_changed",
            Self::Unknown(unknown) => &unknown.event,
        }
    }

    /// Returns the id of the chat or offline message, if the event is about one.
    #[must_use]
    pub fn chat_id(&self) -> Option<&ChatId> {
        match self {
            Self::ChatRequested(event) => event.visitor.chat_id.as_ref(),
            Self::ChatStarted(event) => event.visitor.chat_id.as_ref(),
            Self::ChatTransferred(event) => {
                event.chat.id.as_ref().or(event.visitor.chat_id.as_ref())
            }
            Self::ChatEnded(event) => event.chat.id.as_ref().or(event.visitor.chat_id.as_ref()),
            Self::ChatWrappedUp(event) => event.chat_id.as_ref(),
            Self::OfflineMessageSubmitted(event) => event.visitor.chat_id.as_ref(),
            Self::AgentStatusChanged(_) | Self::Unknown(_) => None,
        }
    }
}

/// The known values of the key `event`.
enum Name {
    ChatRequested,
    ChatStarted,
    ChatTransferred,
    ChatEnded,
    ChatWrappedUp,
    OfflineMessageSubmitted,
    AgentStatus(AgentStatus),
}

impl Name {
    /// Reads the names on the wire, and those with which the API's versions register webhooks.
    fn of(event: &str) -> Option<Self> {
        let mut name = event.trim().to_ascii_lowercase();
        name.retain(|letter| letter != '_' && letter != '-');
        Some(match name.as_str() {
            "chatrequest" | "chatrequested" | "chatisrequested" => Self::ChatRequested,
            "chatstarted" | "chatstarts" => Self::ChatStarted,
            "chattransferred" | "chatistransferred" => Self::ChatTransferred,
            "chatended" | "chatends" => Self::ChatEnded,
            // The documentation of 2018 misspells it.
            "chatwrappedup" | "chatwrapedup" | "chatiswrappedup" => Self::ChatWrappedUp,
            "offlinemessagesubmitted" | "offlinemessageissubmitted" => {
                Self::OfflineMessageSubmitted
            }
            "online" => Self::AgentStatus(AgentStatus::Online),
            "away" => Self::AgentStatus(AgentStatus::Away),
            "login" => Self::AgentStatus(AgentStatus::LogIn),
            "logout" => Self::AgentStatus(AgentStatus::LogOut),
            _ => return None,
        })
    }
}
