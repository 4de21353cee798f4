//! The body of a webhook's request, before the event is known.

use super::{Chat, Id, OfflineMessage, Visitor, WrapUp};
use crate::model::Model;
use crate::model::ids::ChatId;

/// All keys that an event can have at its top.
#[derive(Clone, Debug, Default, Model, PartialEq)]
pub(super) struct Body {
    pub(super) event: String,
    pub(super) visitor: Visitor,
    pub(super) chat: Chat,
    #[model(alias = "wrap_up")]
    pub(super) wrapup: WrapUp,
    pub(super) offline_message: OfflineMessage,
    pub(super) chat_id: Option<ChatId>,
    #[model(alias = "agent_id")]
    pub(super) operator_id: Option<Id>,
}

impl Body {
    /// Returns true if the event is about a visitor, a chat or a message.
    pub(super) fn has_subject(&self) -> bool {
        let nothing = Self::default();
        self.visitor != nothing.visitor
            || self.chat != nothing.chat
            || self.wrapup != nothing.wrapup
            || self.offline_message != nothing.offline_message
            || self.chat_id.is_some()
    }
}
