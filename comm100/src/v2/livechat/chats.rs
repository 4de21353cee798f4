//! Chats.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::model::Model;
use crate::model::ids::{AgentId, ChatId, DepartmentId, VisitorId};
use crate::model::times::{offset, seconds};
use crate::v2::livechat::chat::Chat;
use crate::v2::livechat::chat_conditions::ChatConditions;
use crate::v2::livechat::chat_ids::ChatIds;
use crate::{Page, Result, api};

/// A page of chats.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatPage {
    /// The number of elements on all pages.
    pub total: u64,
    /// The URL of the previous page, or empty.
    pub previous_page: String,
    /// The URL of the next page; empty on the last one.
    pub next_page: String,
    /// The chats.
    pub chats: Vec<Chat>,
}

impl Page for ChatPage {
    type Item = Chat;

    fn has_next(&self, _number: u32) -> bool {
        !self.next_page.is_empty()
    }

    fn into_items(self) -> Vec<Chat> {
        self.chats
    }
}

/// The account's chats.
#[api(
    path = "livechat/chats",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait ChatsApi {
    /// Lists the chats of a period, with their transcripts.
    #[get]
    async fn list_chats(
        &self,
        /// The start of the period. Defaults to today.
        #[query(with = seconds)]
        time_from: Option<DateTime>,
        /// The end of the period. Defaults to today.
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
