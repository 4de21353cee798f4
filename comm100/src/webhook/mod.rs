//! The events that the service posts to webhooks.
//!
//! A webhook is a URL of yours that the service posts an event to when a chat starts, ends or is
//! wrapped up, when a visitor leaves an offline message, and so on. [`Event::from_slice`] reads the
//! body of such a request, from either generation of the platform: ids are integers on the old one
//! and GUIDs on the new one, so that an id of an agent, department or skill is an [`Id`].
//!
//! ```
//! use comm100::webhook::Event;
//!
//! let body = br#"{ "event": "login", "operator_id": 17 }"#;
//! match Event::from_slice(body)? {
//!     Event::ChatStarted(started) => println!("{} started a chat", started.visitor.name),
//!     Event::ChatEnded(ended) => {
//!         for line in ended.chat.transcript_lines() {
//!             println!("{line}");
//!         }
//!     }
//!     Event::AgentStatusChanged(changed) => {
//!         println!("agent {:?}: {}", changed.operator_id, changed.status);
//!     }
//!     other => println!("{} needs no action", other.name()),
//! }
//! # Ok::<(), comm100::Error>(())
//! ```
//!
//! # Receiving events
//!
#![cfg_attr(
    feature = "v2",
    doc = "[The page on webhooks](crate::docs::webhooks) has a whole receiver.\n"
)]
//! - The service signs nothing. Put a long random text into the URL that you register, compare it
//!   in constant time, and serve the URL over `https` only.
//! - Respond at once, and process the event afterwards: how long the service waits for the response
//!   is not documented.
//! - Limit the size of the body before you read it.
//! - Events have neither a delivery id nor a time, and whether one is posted again is not
//!   documented. [`Event::name`] with [`Event::chat_id`] is the only key to find duplicates by.
//! - An event is a hint, not the truth: anyone who knows the URL can post one. Read the chat from
//!   the API before you act on it.
//!
//! # Odd fields
//!
//! A field that is absent, null or unreadable never fails an event: it has its default. Unknown
//! fields are skipped, and an unknown event is kept with its JSON as [`Event::Unknown`].

mod agent_status;
mod chat;
mod custom_field;
mod event;
mod id;
mod offline_message;
mod visitor;
mod wire;
mod wrap_up;

pub use agent_status::{AgentStatus, AgentStatusChanged};
pub use chat::Chat;
pub use custom_field::CustomField;
pub use event::{
    ChatEnded, ChatRequested, ChatStarted, ChatTransferred, ChatWrappedUp, Event,
    OfflineMessageSubmitted, UnknownEvent,
};
pub use id::Id;
pub use offline_message::OfflineMessage;
pub use visitor::Visitor;
pub use wrap_up::WrapUp;

pub use crate::model::attachment::Attachment;
pub use crate::model::chat_operators::ChatOperator;
pub use crate::model::custom_variable::CustomVariable;
pub use crate::model::ids::{AgentId, ChatId, OfflineMessageId, VisitorId};
pub use crate::model::visitor_status::VisitorStatus;
pub use crate::model::waiting_time::WaitingTime;
pub use crate::model::{NotAWireTime, WireTime};
