//! Chat.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::codec::IntegerText;
use crate::model::ids::AgentId;
use crate::model::ids::ChatId;
use crate::model::open_enum::word_enum;
use crate::model::waiting_time::WaitingTime;
use crate::v2::livechat::attachments::Attachment;
use crate::v2::livechat::custom_values::CustomFieldValue;
use crate::v2::livechat::custom_values::CustomVariableValue;
use crate::v2::livechat::times::AmericanTime;
use crate::v2::livechat::times::ClockTime;

/// A message of a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatMessage {
    /// The time.
    #[model(with = AmericanTime)]
    pub time: Option<DateTime>,
    /// The sender.
    pub sender: String,
    /// The kind.
    pub r#type: ChatMessageType,
    /// The text.
    pub content: String,
    /// The option "note message".
    pub is_note_message: Option<bool>,
}

/// A chat wrap up category.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(scalar = category)]
#[non_exhaustive]
pub struct ChatWrapUpCategory {
    /// The category.
    pub category: Option<String>,
    /// The group.
    pub group: Option<String>,
}

/// A chat wrap up.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatWrapUp {
    /// The category.
    pub category: Vec<ChatWrapUpCategory>,
    /// The comment.
    pub comment: Option<String>,
    /// The fields.
    pub fields: Vec<CustomFieldValue>,
}

/// A post chat survey.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostChatSurvey {
    /// The rating: 1 to 5.
    #[model(with = IntegerText)]
    pub rating_grade: Option<u32>,
    /// The visitor's comment.
    pub rating_comment: String,
    /// The fields.
    pub fields: Vec<CustomFieldValue>,
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

/// A chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Chat {
    /// The id.
    #[model(required)]
    pub id: ChatId,
    /// The visitor's id at the single sign-on provider; empty if there is none.
    pub sso_user_id: String,
    /// The name.
    pub name: String,
    /// The email address.
    pub email: String,
    /// The department.
    pub department: String,
    /// The agents.
    pub agents: Vec<ChatAgent>,
    /// The answers to the pre-chat form.
    pub prechat_fields: Vec<CustomFieldValue>,
    /// The custom variables.
    pub custom_variables: Vec<CustomVariableValue>,
    /// When the chat was requested.
    pub request_time: Option<DateTime>,
    /// How long the visitor waited.
    #[model(with = ClockTime)]
    pub waiting_time: WaitingTime,
    /// When the chat ended.
    pub end_time: Option<DateTime>,
    /// The messages, in order.
    pub chat_transcript: Vec<ChatMessage>,
    /// The files that were sent.
    #[model(alias = "attachment")]
    pub attachments: Vec<Attachment>,
    /// The files of the agents' notes.
    pub note_attachments: Vec<Attachment>,
    /// The survey after the chat.
    pub post_chat: Option<PostChatSurvey>,
    /// What the agent filled in after the chat.
    pub wrapup: Option<ChatWrapUp>,
}

word_enum! {
    /// Who wrote a message of a chat.
    pub enum ChatMessageType {
        /// `enumSystem`
        #[default]
        System = "enumSystem" | "system",
        /// `enumAgent`
        Agent = "enumAgent" | "agent",
        /// `enumVisitor`
        Visitor = "enumVisitor" | "visitor",
    }
}
