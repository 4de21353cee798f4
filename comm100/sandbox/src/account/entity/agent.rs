//! Agents and departments.

use super::super::{access::Permission, record::Record};

/// The status of an agent or a department, as the API numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Online,
    Away,
    Offline,
}

impl Status {
    pub(crate) fn number(self) -> u64 {
        match self {
            Status::Online => 0,
            Status::Away => 1,
            Status::Offline => 2,
        }
    }

    /// Returns the name in reports.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Status::Online => "Online",
            Status::Away => "Away",
            Status::Offline => "Offline",
        }
    }
}

/// An agent, called operator in paths.
#[derive(Clone, Debug)]
pub(crate) struct Agent {
    pub(crate) id: u64,
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) display_name: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) phone: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) api_key: String,
    pub(crate) is_admin: bool,
    pub(crate) is_active: bool,
    pub(crate) is_removed: bool,
    pub(crate) max_chats_count: u64,
    pub(crate) permissions: Vec<Permission>,
    /// The status since `since`.
    pub(crate) status: Status,
    pub(crate) since: i64,
    /// The hour, UTC, at which the agent's working days started before `since`.
    pub(crate) shift: Option<i64>,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}

impl Agent {
    /// Returns true if the agent can take chats now.
    pub(crate) fn is_online(&self) -> bool {
        self.is_active && self.status == Status::Online
    }

    pub(crate) fn may(&self, permission: Permission) -> bool {
        self.is_admin || self.permissions.contains(&permission)
    }
}

/// A group of agents, who have its permissions.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) description: String,
    /// The agents' ids.
    pub(crate) members: Vec<u64>,
    pub(crate) permissions: Vec<Permission>,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}

/// A department and its members, the agents' ids.
#[derive(Clone, Debug)]
pub(crate) struct Department {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) members: Vec<u64>,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}
