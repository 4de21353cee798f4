//! Agent chats.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::model::times::offset;
use crate::model::times::seconds;
use crate::{Result, api};

/// An agent chat message.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct AgentChatMessage {
    /// The time.
    pub time: Option<DateTime>,
    /// The sender.
    pub sender: String,
    /// The text.
    pub content: String,
}

/// A conversation between agents.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct AgentChat {
    /// The agents.
    pub agents: Vec<String>,
    /// The messages, in order.
    pub transcript: Vec<AgentChatMessage>,
}

/// An agent chat list.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentChatList {
    /// The agent chats.
    pub agent_chats: Vec<AgentChat>,
}

/// The account's agent chats.
#[api(
    path = "livechat/agentChats",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait AgentChatsApi {
    /// Lists the agent chats.
    #[get]
    async fn list_agent_chats(
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
        /// The agent.
        #[query]
        agent_id: Option<AgentId>,
        /// Text to search for.
        #[query]
        keywords: Option<&str>,
    ) -> Result<AgentChatList>;
}
