//! The account: everything that requests read and change.

pub(crate) mod access;
pub(crate) mod daily_limit;
pub(crate) mod entity;
pub(crate) mod forms;
pub(crate) mod schedule;
pub(crate) mod seed;
pub(crate) mod topics;

use entity::{
    agent::{Agent, Department},
    chat::{Chat, OfflineMessage},
    settings::{
        AutoInvitation, Campaign, CannedMessage, Category, Conversion, CustomMetric, Segment,
    },
    visitor::{Converted, Ignored, Presence, Visit, Visitor},
};

use crate::{account::daily_limit::DailyLimit, random::Random};

/// The whole account.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) limit: DailyLimit,
    /// Gives new API keys.
    pub(crate) random: Random,
    /// Agents that were removed stay, marked so, since their chats name them.
    pub(crate) agents: Vec<Agent>,
    pub(crate) departments: Vec<Department>,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) auto_invitations: Vec<AutoInvitation>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) categories: Vec<Category>,
    pub(crate) canned_messages: Vec<CannedMessage>,
    pub(crate) conversions: Vec<Conversion>,
    pub(crate) custom_metrics: Vec<CustomMetric>,
    pub(crate) visitors: Vec<Visitor>,
    /// All requests for a chat, answered or not, by the time of the request.
    pub(crate) chats: Vec<Chat>,
    /// By time.
    pub(crate) offline_messages: Vec<OfflineMessage>,
    /// By time.
    pub(crate) visits: Vec<Visit>,
    /// By time.
    pub(crate) converted: Vec<Converted>,
    /// By time.
    pub(crate) ignored_invitations: Vec<Ignored>,
    /// The id that the next created thing gets: ids are never used again.
    pub(crate) next_id: u64,
}

impl State {
    /// An account with nothing in it.
    pub(crate) fn empty(random: Random) -> Self {
        Self {
            limit: DailyLimit::default(),
            random,
            agents: Vec::new(),
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

    /// The agents that are there.
    pub(crate) fn present_agents(&self) -> impl Iterator<Item = &Agent> {
        self.agents.iter().filter(|agent| !agent.is_removed)
    }

    pub(crate) fn agent(&self, id: u64) -> Option<&Agent> {
        self.present_agents().find(|agent| agent.id == id)
    }

    /// Emails are compared without regard to case.
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

    pub(crate) fn campaign(&self, id: u64) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    /// The departments that an agent is a member of.
    pub(crate) fn departments_of(&self, agent: u64) -> impl Iterator<Item = &Department> {
        self.departments
            .iter()
            .filter(move |department| department.members.contains(&agent))
    }

    /// Whether an agent belongs to a department.
    pub(crate) fn is_member(&self, agent: u64, department: u64) -> bool {
        self.department(department)
            .is_some_and(|known| known.members.contains(&agent))
    }

    /// The visitors on the site, and what they do there.
    pub(crate) fn presences(&self) -> impl Iterator<Item = (&Visitor, &Presence)> {
        self.visitors.iter().filter_map(|visitor| {
            visitor
                .presence
                .as_ref()
                .map(|presence| (visitor, presence))
        })
    }

    /// How many chats are going on of those that are chosen.
    pub(crate) fn ongoing_chats(&self, chosen: impl Fn(&Presence) -> bool) -> usize {
        self.presences()
            .filter(|(_, presence)| presence.activity.is_chatting() && chosen(presence))
            .count()
    }
}
