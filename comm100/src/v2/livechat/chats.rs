//! The chats of the account.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::model::ids::{AgentId, ChatId, DepartmentId, VisitorId};
use crate::model::times::{offset, seconds};
use crate::v2::livechat::chat::Chat;
use crate::v2::livechat::chat_conditions::ChatConditions;
use crate::v2::livechat::chat_ids::ChatIds;
use crate::v2::page::page;
use crate::{Result, api};

page! {
    /// A page of chats.
    pub struct ChatPage {
        /// The chats.
        chats: Chat
    }
}

/// The account's chats.
#[api(
    path = "livechat/chats",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait ChatsApi {
    /// Lists the chats of a period, with their transcripts.
    ///
    /// The service does not document their order, which of their times the period is about, or whether chats that
    /// are still in progress are included. An export reads periods that overlap, and keeps each id once.
    #[get]
    async fn list_chats(
        &self,
        /// The start of the period. Defaults to today.
        #[query(with = seconds)]
        time_from: Option<DateTime>,
        /// The end of the period. Defaults to today. Whether it is included is not documented.
        #[query(with = seconds)]
        time_to: Option<DateTime>,
        /// The offset from UTC of the times. Defaults to UTC.
        #[query(with = offset)]
        timezone: Option<Offset>,
        /// Only chats of this agent.
        #[query]
        agent_id: Option<AgentId>,
        /// Only chats of this department.
        #[query]
        department_id: Option<DepartmentId>,
        /// Only chats whose wrap-up has this category.
        #[query]
        category_id: Option<i64>,
        /// Only chats of this visitor.
        #[query]
        visitor_id: Option<&VisitorId>,
        /// Only chats that contain this text.
        #[query]
        keywords: Option<&str>,
        /// Only chats that meet these conditions.
        #[query(flatten)]
        conditions: Option<&ChatConditions>,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
        /// The size of a page, at most 100. Defaults to 10.
        #[query]
        page_size: Option<u32>,
    ) -> Result<ChatPage>;

    /// Returns a chat.
    #[get("{id}")]
    async fn get_chat(&self, id: &ChatId) -> Result<Chat>;

    /// Removes a chat.
    #[delete("{id}")]
    async fn remove_chat(&self, id: &ChatId) -> Result<()>;

    /// Removes chats. An empty list is an error.
    #[delete]
    async fn remove_chats(&self, #[form(flatten)] chats: &ChatIds) -> Result<()>;
}
