//! The conversations between agents.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::model::times::{offset, seconds};
use crate::{Result, api};

/// A message of a conversation between agents.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct AgentChatMessage {
    /// The time of the message.
    pub time: Option<DateTime>,
    /// The sender's name.
    pub sender: String,
    /// The text.
    pub content: String,
}

/// A conversation between agents.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct AgentChat {
    /// The names of the agents.
    pub agents: Vec<String>,
    /// The messages, in order.
    pub transcript: Vec<AgentChatMessage>,
}

/// The conversations between agents.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentChatList {
    /// The conversations.
    pub agent_chats: Vec<AgentChat>,
}

/// The conversations between agents.
#[api(
    path = "livechat/agentChats",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait AgentChatsApi {
    /// Lists the conversations between agents.
    #[get]
    async fn list_agent_chats(
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
        /// Only conversations of this agent.
        #[query]
        agent_id: Option<AgentId>,
        /// Only conversations that contain this text.
        #[query]
        keywords: Option<&str>,
    ) -> Result<AgentChatList>;
}
