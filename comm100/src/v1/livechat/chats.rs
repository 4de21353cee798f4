//! Chats that have ended.

use jiff::civil::Date;

use crate::model::field::OrDefault;
use crate::model::ids::{AgentId, ChatId, DepartmentId};
use crate::model::model;
use crate::model::scalar::NumberText;
use crate::model::wire_time::WireTime;
use crate::v1::livechat::chat_operators::ChatOperator;
use crate::v1::livechat::chat_operators::OperatorNames;
use crate::v1::livechat::forms::CustomField;
use crate::v1::livechat::visitors::CustomVariable;
use crate::v1::livechat::waiting_time::WaitingTime;
use crate::{Page, Result, api};

model! {
    /// A chat that has ended.
    pub struct Chat {
        /// The id.
        id: ChatId,
        /// The visitor's name.
        name: String,
        /// The visitor's email address.
        email: String,
        /// The visitor's company.
        company: String,
        /// The visitor's phone number.
        phone: String,
        /// The product or service that the chat was about.
        product_service: Option<String>,
        /// The department's name.
        department: Option<String>,
        /// The agents that took part.
        operators: Vec<ChatOperator> as OperatorNames,
        /// What the visitor filled into the account's own fields.
        custom_fields: Vec<CustomField>,
        /// What the site told of the visitor.
        custom_variable: Vec<CustomVariable>,
        /// When it began.
        start_time: WireTime,
        /// How long the visitor waited.
        waiting_time: WaitingTime as OrDefault,
        /// When it ended.
        end_time: WireTime,
        /// What was said: lines parted by `\n`.
        chat_transcript: String,
        /// Files that were sent.
        attachment: Vec<Attachment>,
        /// Files of the agents' notes.
        note_attachment: Vec<Attachment>,
        /// The visitor's rating: 1 to 5, 5 being the best.
        rating: Option<u32> as NumberText,
        /// What the visitor said of the chat.
        rating_comment: Option<String>,
        /// What the agent said of the chat.
        operator_comment: Option<String>,
        /// What the agent filled in afterwards.
        wrap_up: Option<WrapUp>,
    }
}

model! {
    /// A page of chats.
    pub struct ChatPage {
        /// The chats of the page.
        chats: Vec<Chat>,
        /// How many pages there are.
        pages: u32,
        /// How many chats there are on all pages.
        total: u64 as OrDefault,
    }
}

impl Page for ChatPage {
    type Item = Chat;

    fn page_count(&self) -> u32 {
        self.pages
    }

    fn into_items(self) -> Vec<Chat> {
        self.chats
    }
}

model! {
    /// A file.
    pub struct Attachment {
        /// Its name.
        name: String,
        /// Where it is.
        uri: String,
    }
}

model! {
    /// What an agent filled in after a chat.
    pub struct WrapUp {
        /// The category.
        category: Option<String>,
        /// The comment.
        comment: Option<String>,
        /// The account's own fields.
        fields: Vec<CustomField>,
        /// When it was filled in.
        time: Option<WireTime>,
    }
}

/// The account's chats.
#[api(path = "livechat/chats", version = 1, crate = crate)]
pub trait ChatsApi {
    /// Lists the chats of some days, page by page.
    #[get]
    async fn list_chats(
        &self,
        /// The first day; today unless told otherwise.
        #[query]
        date_from: Option<Date>,
        /// The last day; today unless told otherwise.
        #[query]
        date_to: Option<Date>,
        /// Only chats that hold this text.
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

    /// One chat.
    #[get("{id}")]
    async fn get_chat(&self, id: &ChatId) -> Result<Chat>;
}
