//! The present moment: the site, and its queues.

use std::collections::BTreeSet;

use super::{
    metric::{float, share},
    query::{Dimension, Filter, Group},
    queue::mean_wait,
    selection::Selection,
};
use crate::{
    account::{
        account::Account,
        entity::{
            agent::{Agent, Status},
            chat::Outcome,
            visitor::{Activity, Presence, Visitor},
        },
    },
    clock::MINUTE,
};

#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) agents_in_chat: usize,
    pub(crate) ongoing_chats: usize,
    pub(crate) visitors: usize,
    pub(crate) logged_in_agents: usize,
    pub(crate) waiting: usize,
    pub(crate) utilization: f64,
    pub(crate) with_chatbot: usize,
}

/// The queue of a department or an agent, or of the site.
pub(crate) struct Queue<'a> {
    pub(crate) ongoing_chats: usize,
    pub(crate) mean_wait_of_half_hour: f64,
    pub(crate) mean_wait_of_hour: f64,
    pub(crate) abandoned: usize,
    pub(crate) switched_to_messages: usize,
    /// The index of a visitor, the visitor, and the seconds it has been waiting.
    pub(crate) waiting: Vec<(usize, &'a Visitor, i64)>,
}

fn is_waiting(presence: &Presence) -> bool {
    presence.activity == Activity::WaitingForChat
}

pub(crate) fn site(account: &Account) -> Site {
    let presences = || account.presences().map(|(_, presence)| presence);
    let chatting = presences().filter(|presence| presence.activity.is_chatting());
    let in_chat: BTreeSet<u64> = chatting.filter_map(|presence| presence.agent).collect();
    let ongoing_chats = account.ongoing_chats(|_| true);
    let active = account.present_agents().filter(|agent| agent.is_active);
    let online = account.present_agents().filter(|agent| agent.is_online());
    let capacity: u64 = online.map(|agent| agent.max_chats_count).sum();
    Site {
        agents_in_chat: in_chat.len(),
        ongoing_chats,
        visitors: presences().count(),
        logged_in_agents: active
            .filter(|agent| agent.status != Status::Offline)
            .count(),
        waiting: presences().filter(|presence| is_waiting(presence)).count(),
        utilization: share(float(ongoing_chats), float(capacity)),
        with_chatbot: presences()
            .filter(|presence| presence.activity == Activity::PreChat)
            .count(),
    }
}

/// Returns the queues of an account: the site's, each department's and each active agent's.
pub(crate) fn queues(account: &Account) -> Vec<Option<Filter>> {
    let departments = account.departments.iter().map(|known| Filter {
        dimension: Dimension::Department,
        id: known.id,
    });
    let active = |agent: &&Agent| agent.is_active;
    let agents = account.present_agents().filter(active).map(|known| Filter {
        dimension: Dimension::Agent,
        id: known.id,
    });
    let site = std::iter::once(None);
    site.chain(departments.chain(agents).map(Some)).collect()
}

pub(crate) fn queue(account: &Account, target: Option<Filter>, now: i64) -> Queue<'_> {
    let is_routed = |presence: &Presence| match target {
        Some(Filter {
            dimension: Dimension::Agent,
            id,
        }) => presence.agent == Some(id),
        Some(Filter { id, .. }) => presence.department == Some(id),
        None => true,
    };
    let last = |minutes: i64| Selection {
        account,
        filters: target.into_iter().collect(),
        windows: std::iter::once(now - minutes * MINUTE..now + 1).collect(),
        group: Group::None,
        now,
    };
    let half_hour = last(30);
    let of = |outcome| {
        half_hour
            .requests()
            .filter(move |chat| chat.outcome == outcome)
            .count()
    };
    let visitors = account.visitors.iter().enumerate();
    let waiting = visitors
        .filter_map(|(index, visitor)| Some((index, visitor, visitor.presence.as_ref()?)))
        .filter(|(_, _, presence)| is_waiting(presence) && is_routed(presence))
        .map(|(index, visitor, presence)| (index, visitor, (now - presence.since).max(0)));
    Queue {
        ongoing_chats: account.ongoing_chats(is_routed),
        mean_wait_of_half_hour: mean_wait(half_hour.chats()),
        mean_wait_of_hour: mean_wait(last(60).chats()),
        abandoned: of(Outcome::Abandoned),
        switched_to_messages: of(Outcome::SwitchedToMessage),
        waiting: waiting.collect(),
    }
}
