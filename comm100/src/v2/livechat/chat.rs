//! A chat, its transcript and its wrap-up.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::attachment::Attachment;
use crate::model::codec::IntegerText;
use crate::model::custom_field::CustomField;
use crate::model::ids::{AgentId, ChatId};
use crate::model::open_enum::word_enum;
use crate::model::waiting_time::WaitingTime;
use crate::v2::livechat::custom_values::CustomVariableValue;
use crate::v2::livechat::message_time::MessageTime;
use crate::v2::livechat::times::ClockTime;

/// A message of a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatMessage {
    /// The time of the message.
    pub time: MessageTime,
    /// The sender's name; empty if the service wrote the message.
    pub sender: String,
    /// The author.
    pub r#type: ChatMessageType,
    /// The text.
    pub content: String,
    /// True if the message is a note that only agents see.
    pub is_note_message: Option<bool>,
}

/// A category of the wrap-up of a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(scalar = category)]
#[non_exhaustive]
pub struct ChatWrapUpCategory {
    /// The name of the category.
    pub category: Option<String>,
    /// The group that the category is in.
    pub group: Option<String>,
}

/// The wrap-up that an agent filled in after a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatWrapUp {
    /// The categories.
    pub category: Vec<ChatWrapUpCategory>,
    /// The comment.
    pub comment: Option<String>,
    /// The values of the custom fields.
    pub fields: Vec<CustomField>,
}

/// The visitor's answers after a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostChatSurvey {
    /// The rating, from 1 to 5; `None` without one.
    #[model(with = IntegerText)]
    pub rating_grade: Option<u32>,
    /// The visitor's comment.
    pub rating_comment: String,
    /// The values of the custom fields.
    pub fields: Vec<CustomField>,
}

/// An agent that took part in a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatAgent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The display name.
    #[model(alias = "name")]
    pub display_name: String,
    /// The email address.
    pub email: String,
}

/// A chat, with its transcript.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Chat {
    /// The id.
    #[model(required)]
    pub id: ChatId,
    /// The visitor's id at the single sign-on provider; empty if there is none.
    pub sso_user_id: String,
    /// The visitor's name.
    pub name: String,
    /// The visitor's email address; empty if unknown.
    pub email: String,
    /// The department's name; empty if there is none.
    pub department: String,
    /// The agents that took part.
    pub agents: Vec<ChatAgent>,
    /// The answers to the pre-chat form.
    pub prechat_fields: Vec<CustomField>,
    /// The values of the custom variables.
    pub custom_variables: Vec<CustomVariableValue>,
    /// The time when the chat was requested.
    pub request_time: Option<DateTime>,
    /// The wait of the visitor.
    #[model(with = ClockTime)]
    pub waiting_time: WaitingTime,
    /// The time when the chat ended.
    pub end_time: Option<DateTime>,
    /// The messages, in order.
    pub chat_transcript: Vec<ChatMessage>,
    /// The files that were sent.
    #[model(alias = "attachment")]
    pub attachments: Vec<Attachment>,
    /// The files of the agents' notes.
    pub note_attachments: Vec<Attachment>,
    /// The visitor's answers after the chat.
    pub post_chat: Option<PostChatSurvey>,
    /// The wrap-up.
    pub wrapup: Option<ChatWrapUp>,
}

word_enum! {
    /// The author of a message of a chat.
    pub enum ChatMessageType {
        /// `enumSystem`
        System = "enumSystem" | "system",
        /// `enumAgent`
        Agent = "enumAgent" | "agent",
        /// `enumVisitor`
        Visitor = "enumVisitor" | "visitor",
    }
}
