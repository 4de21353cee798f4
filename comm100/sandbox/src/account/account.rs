//! The whole account, and lookups in it.

use super::{
    access::Permission,
    daily_limit::DailyLimit,
    entity::{
        agent::{Agent, Department, Group},
        chat::{Chat, OfflineMessage},
        settings::{
            AutoInvitation, Campaign, CannedMessage, Category, Conversion, CustomMetric, Segment,
        },
        visitor::{Converted, Ignored, Presence, Visit, Visitor},
    },
    record::Records,
    rejection::Rejection,
    tokens::Tokens,
};
use crate::random::Random;

/// The whole account.
#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) limit: DailyLimit,
    pub(crate) tokens: Tokens,
    pub(crate) records: Records,
    pub(crate) partner_password: String,
    /// The time at which the sandbox started.
    pub(crate) started: i64,
    /// Makes new API keys.
    pub(crate) random: Random,
    /// The agents. Removed ones stay, marked as removed, since their chats name them.
    pub(crate) agents: Vec<Agent>,
    pub(crate) groups: Vec<Group>,
    pub(crate) departments: Vec<Department>,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) auto_invitations: Vec<AutoInvitation>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) categories: Vec<Category>,
    pub(crate) canned_messages: Vec<CannedMessage>,
    pub(crate) conversions: Vec<Conversion>,
    pub(crate) custom_metrics: Vec<CustomMetric>,
    pub(crate) visitors: Vec<Visitor>,
    /// The requests for a chat, answered or not, in the order of their time.
    pub(crate) chats: Vec<Chat>,
    /// In the order of their time.
    pub(crate) offline_messages: Vec<OfflineMessage>,
    /// In the order of their time.
    pub(crate) visits: Vec<Visit>,
    /// In the order of their time.
    pub(crate) converted: Vec<Converted>,
    /// In the order of their time.
    pub(crate) ignored_invitations: Vec<Ignored>,
    /// The id of the next entity. Ids are never reused.
    pub(crate) next_id: u64,
}

impl Account {
    /// Creates an empty account.
    pub(crate) fn empty(random: Random) -> Self {
        Self {
            limit: DailyLimit::default(),
            tokens: Tokens::default(),
            records: Records::default(),
            partner_password: String::new(),
            started: 0,
            random,
            agents: Vec::new(),
            groups: Vec::new(),
            departments: Vec::new(),
            campaigns: Vec::new(),
            auto_invitations: Vec::new(),
            segments: Vec::new(),
            categories: Vec::new(),
            canned_messages: Vec::new(),
            conversions: Vec::new(),
            custom_metrics: Vec::new(),
            visitors: Vec::new(),
            chats: Vec::new(),
            offline_messages: Vec::new(),
            visits: Vec::new(),
            converted: Vec::new(),
            ignored_invitations: Vec::new(),
            next_id: 1000,
        }
    }

    pub(crate) fn new_id(&mut self) -> u64 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    /// Returns the agents that were not removed.
    pub(crate) fn present_agents(&self) -> impl Iterator<Item = &Agent> {
        self.agents.iter().filter(|agent| !agent.is_removed)
    }

    pub(crate) fn agent(&self, id: u64) -> Option<&Agent> {
        self.present_agents().find(|agent| agent.id == id)
    }

    /// Compares emails ignoring case.
    pub(crate) fn agent_by_email(&self, email: &str) -> Option<&Agent> {
        self.present_agents()
            .find(|agent| agent.email.eq_ignore_ascii_case(email))
    }

    pub(crate) fn agent_by_email_mut(&mut self, email: &str) -> Option<&mut Agent> {
        self.agents
            .iter_mut()
            .find(|agent| !agent.is_removed && agent.email.eq_ignore_ascii_case(email))
    }

    pub(crate) fn department(&self, id: u64) -> Option<&Department> {
        self.departments
            .iter()
            .find(|department| department.id == id)
    }

    pub(crate) fn department_name(&self, id: Option<u64>) -> Option<&str> {
        self.department(id?)
            .map(|department| department.name.as_str())
    }

    pub(crate) fn campaign(&self, id: u64) -> Result<&Campaign, Rejection> {
        self.campaigns
            .iter()
            .find(|campaign| campaign.id == id)
            .ok_or_else(|| Rejection::NotFound(format!("The campaign {id} does not exist.")))
    }

    /// Returns true if the agent has the permission, by itself or by one of its groups.
    pub(crate) fn may(&self, agent: u64, permission: Permission) -> bool {
        self.agent(agent).is_some_and(|known| {
            known.may(permission)
                || self
                    .groups_of(agent)
                    .any(|group| group.permissions.contains(&permission))
        })
    }

    /// Returns the groups that an agent is a member of.
    pub(crate) fn groups_of(&self, agent: u64) -> impl Iterator<Item = &Group> {
        self.groups
            .iter()
            .filter(move |group| group.members.contains(&agent))
    }

    /// Returns true if an agent is online.
    pub(crate) fn is_online(&self) -> bool {
        self.present_agents().any(Agent::is_online)
    }

    pub(crate) fn presences_mut(&mut self) -> impl Iterator<Item = &mut Presence> {
        self.visitors
            .iter_mut()
            .filter_map(|visitor| visitor.presence.as_mut())
    }

    /// Returns the agents that took part in a chat, in order, those that were removed too.
    pub(crate) fn agents_of<'a>(&'a self, chat: &'a Chat) -> impl Iterator<Item = &'a Agent> {
        let find = |id: &u64| self.agents.iter().find(|agent| agent.id == *id);
        chat.agents.iter().filter_map(find)
    }

    /// Returns the departments that an agent is a member of.
    pub(crate) fn departments_of(&self, agent: u64) -> impl Iterator<Item = &Department> {
        self.departments
            .iter()
            .filter(move |department| department.members.contains(&agent))
    }

    /// Returns true if an agent is a member of a department.
    pub(crate) fn is_member(&self, agent: u64, department: u64) -> bool {
        self.department(department)
            .is_some_and(|known| known.members.contains(&agent))
    }

    /// Returns the visitors on the site.
    pub(crate) fn presences(&self) -> impl Iterator<Item = (&Visitor, &Presence)> {
        self.visitors.iter().filter_map(|visitor| {
            visitor
                .presence
                .as_ref()
                .map(|presence| (visitor, presence))
        })
    }

    /// Returns the number of ongoing chats among the chosen visitors.
    pub(crate) fn ongoing_chats(&self, chosen: impl Fn(&Presence) -> bool) -> usize {
        self.presences()
            .filter(|(_, presence)| presence.activity.is_chatting() && chosen(presence))
            .count()
    }
}
