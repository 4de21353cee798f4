//! Chats that have ended.

use jiff::civil::Date;

use crate::model::Model;
use crate::model::attachment::Attachment;
use crate::model::chat_operators::{ChatOperator, OperatorNames};
use crate::model::codec::IntegerText;
use crate::model::custom_field::CustomField;
use crate::model::custom_variable::CustomVariable;
use crate::model::ids::{AgentId, ChatId, DepartmentId};
use crate::model::waiting_time::WaitingTime;
use crate::model::wire_time::WireTime;
use crate::{Page, Result, api};

/// A chat that has ended.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Chat {
    /// The id.
    #[model(required)]
    pub id: ChatId,
    /// The visitor's name.
    pub name: String,
    /// The visitor's email address.
    pub email: String,
    /// The visitor's company.
    pub company: String,
    /// The visitor's phone number.
    pub phone: String,
    /// The product or service that the chat was about.
    pub product_service: Option<String>,
    /// The department's name.
    pub department: Option<String>,
    /// The agents that took part.
    #[model(with = OperatorNames)]
    pub operators: Vec<ChatOperator>,
    /// The values of the account's custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The custom variables of the visitor.
    pub custom_variable: Vec<CustomVariable>,
    /// The start of the chat.
    pub start_time: WireTime,
    /// The wait of the visitor.
    pub waiting_time: WaitingTime,
    /// The end of the chat.
    pub end_time: WireTime,
    /// The transcript: lines separated by `\n`.
    pub chat_transcript: String,
    /// Files that were sent.
    pub attachment: Vec<Attachment>,
    /// Files of the agents' notes.
    pub note_attachment: Vec<Attachment>,
    /// The visitor's rating: 1 to 5, 5 being the best.
    #[model(with = IntegerText)]
    pub rating: Option<u32>,
    /// The visitor's comment on the chat.
    pub rating_comment: Option<String>,
    /// The agent's comment on the chat.
    pub operator_comment: Option<String>,
    /// The wrap-up form that the agent filled in.
    pub wrap_up: Option<WrapUp>,
}

/// A page of chats.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatPage {
    /// The chats of the page.
    pub chats: Vec<Chat>,
    /// The number of pages.
    #[model(strict)]
    pub pages: u32,
    /// The number of chats on all pages.
    pub total: u64,
}

impl Page for ChatPage {
    type Item = Chat;

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn page_count(&self) -> Option<u32> {
        Some(self.pages)
    }

    fn into_items(self) -> Vec<Chat> {
        self.chats
    }
}

/// A wrap-up form that an agent filled in after a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct WrapUp {
    /// The category.
    pub category: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// The account's own fields.
    pub fields: Vec<CustomField>,
    /// The time at which it was filled in.
    pub time: Option<WireTime>,
}

/// The account's chats.
#[api(path = "livechat/chats", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait ChatsApi {
    /// Lists the chats of a range of days, page by page.
    #[get]
    async fn list_chats(
        &self,
        /// The first day. Defaults to today.
        #[query]
        date_from: Option<Date>,
        /// The last day. Defaults to today.
        #[query]
        date_to: Option<Date>,
        /// Only chats that contain this text.
        #[query]
        keyword: Option<&str>,
        /// Only chats of this department.
        #[query]
        department: Option<DepartmentId>,
        /// Only chats of this agent.
        #[query]
        operator: Option<AgentId>,
        /// Only chats with this rating: 1 to 5.
        #[query]
        rating: Option<u32>,
        /// The page, 1 being the first.
        #[query(page)]
        page: Option<u32>,
    ) -> Result<ChatPage>;

    /// Returns a chat.
    #[get("{id}")]
    async fn get_chat(&self, id: &ChatId) -> Result<Chat>;
}
