//! Changes of an agent's status.

use super::Id;
use crate::model::open_enum::word_enum;

/// An agent has signed in or out, or is online or away.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AgentStatusChanged {
    /// The agent's id.
    pub operator_id: Option<Id>,
    /// The status that the agent has now.
    pub status: AgentStatus,
}

word_enum! {
    /// The status of an agent.
    pub enum AgentStatus {
        /// Is online.
        #[default]
        Online = "online",
        /// Is away.
        Away = "away",
        /// Has signed in.
        LogIn = "login",
        /// Has signed out.
        LogOut = "logout",
    }
}
