//! What a row is computed from: the things of its windows that pass its filters.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    account::{
        State,
        entity::{
            agent::{Agent, Status},
            chat::{Chat, OfflineMessage, Source},
            visitor::{Converted, Ignored, Visit},
        },
        schedule::{self, Stretch},
    },
    reports::{
        metric::{float, share},
        period::{Entity, Filter, Group},
    },
};

/// The scope of one row.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub(super) state: &'a State,
    pub(super) filters: Vec<Filter>,
    pub(super) windows: Vec<Range<i64>>,
    pub(super) group: Group,
    pub(super) now: i64,
}

/// The part of a list, ordered by time, that lies in one of the windows.
fn within<'s, T>(
    windows: &'s [Range<i64>],
    items: &'s [T],
    time: fn(&T) -> i64,
) -> impl Iterator<Item = &'s T> {
    windows.iter().flat_map(move |window| {
        let from = items.partition_point(|item| time(item) < window.start);
        let to = items.partition_point(|item| time(item) < window.end);
        items.get(from..to).unwrap_or_default()
    })
}

impl Scope<'_> {
    /// A scope for one of the windows alone.
    pub(super) fn each_window(&self) -> impl Iterator<Item = Scope<'_>> {
        self.windows.iter().map(|window| Scope {
            state: self.state,
            filters: self.filters.clone(),
            windows: std::iter::once(window.clone()).collect(),
            group: self.group,
            now: self.now,
        })
    }

    /// The id that a filter or the group asks for.
    pub(super) fn id_of(&self, entity: Entity) -> Option<u64> {
        self.filters
            .iter()
            .find(|filter| filter.entity == entity)
            .map(|filter| filter.id)
    }

    /// All requests for a chat that pass the filters.
    pub(super) fn requests(&self) -> impl Iterator<Item = &Chat> {
        within(&self.windows, &self.state.chats, |chat| chat.start)
            .filter(|chat| self.filters.iter().all(|filter| passes(chat, *filter)))
    }

    /// The requests that became chats.
    pub(super) fn chats(&self) -> impl Iterator<Item = &Chat> {
        self.requests().filter(|chat| chat.is_chat())
    }

    /// All requests in the windows, whatever the filters say.
    pub(super) fn unfiltered_requests(&self) -> impl Iterator<Item = &Chat> {
        within(&self.windows, &self.state.chats, |chat| chat.start)
    }

    pub(super) fn visits(&self) -> impl Iterator<Item = &Visit> {
        let campaign = self.id_of(Entity::Campaign);
        within(&self.windows, &self.state.visits, |visit| visit.time)
            .filter(move |visit| campaign.is_none_or(|id| visit.campaign == id))
    }

    pub(super) fn offline_messages(&self) -> impl Iterator<Item = &OfflineMessage> {
        within(&self.windows, &self.state.offline_messages, |message| {
            message.time
        })
        .filter(|message| {
            self.filters.iter().all(|filter| match filter.entity {
                Entity::Campaign => message.campaign == filter.id,
                Entity::Department => message.department == Some(filter.id),
                Entity::VisitorSegment => message.segment == Some(filter.id),
                _ => true,
            })
        })
    }

    pub(super) fn converted(&self) -> impl Iterator<Item = &Converted> {
        within(&self.windows, &self.state.converted, |converted| {
            converted.time
        })
        .filter(|converted| {
            self.filters.iter().all(|filter| match filter.entity {
                Entity::Agent => converted.agent == Some(filter.id),
                Entity::Conversion => converted.conversion == filter.id,
                Entity::Department => converted.department == Some(filter.id),
                _ => true,
            })
        })
    }

    /// Whatever the filters say.
    pub(super) fn ignored_invitations(&self) -> impl Iterator<Item = &Ignored> {
        within(&self.windows, &self.state.ignored_invitations, |ignored| {
            ignored.time
        })
    }

    /// The agents that the filters leave.
    pub(super) fn agents(&self) -> impl Iterator<Item = &Agent> {
        self.state.present_agents().filter(|agent| {
            self.filters.iter().all(|filter| match filter.entity {
                Entity::Agent => agent.id == filter.id,
                Entity::Department => self.state.is_member(agent.id, filter.id),
                _ => true,
            })
        })
    }

    /// An agent's statuses in the windows.
    pub(super) fn stretches<'s>(&'s self, agent: &'s Agent) -> impl Iterator<Item = Stretch> + 's {
        self.windows
            .iter()
            .flat_map(|window| schedule::stretches(agent, window.start, window.end, self.now))
    }

    /// When an agent was online.
    pub(super) fn online(&self, agent: &Agent) -> Vec<Range<i64>> {
        self.stretches(agent)
            .filter(|stretch| stretch.status == Status::Online)
            .map(|stretch| stretch.from..stretch.to)
            .collect()
    }

    /// A sum over the row; in a distribution, the mean over the days or weeks of a slot.
    pub(super) fn mean(&self, sum: f64) -> f64 {
        share(sum, float(self.windows.len()))
    }

    /// How many these are, the mean of a distribution as [`mean`](Self::mean) says.
    pub(super) fn count<T>(&self, items: impl Iterator<Item = T>) -> f64 {
        self.mean(float(items.count()))
    }

    /// How many different ones these are.
    pub(super) fn count_different<T: Ord>(&self, items: impl Iterator<Item = T>) -> f64 {
        self.mean(float(items.collect::<BTreeSet<_>>().len()))
    }

    /// The greatest of a row; in a distribution, the mean of the slots' greatest.
    pub(super) fn greatest(&self, of: impl Fn(&Scope<'_>) -> f64) -> f64 {
        self.mean(self.each_window().map(|window| of(&window)).sum())
    }
}

fn passes(chat: &Chat, filter: Filter) -> bool {
    match filter.entity {
        Entity::Agent => chat.agents.contains(&filter.id),
        Entity::AutoInvitation => chat.source == Source::AutoInvitation(filter.id),
        Entity::Campaign => chat.campaign == filter.id,
        Entity::Department => chat.department == Some(filter.id),
        Entity::VisitorSegment => chat.segment == Some(filter.id),
        // A chat is of no conversion and of no category.
        Entity::Category | Entity::Conversion => true,
    }
}

/// How long these spans are together, what they share counted once.
pub(super) fn union(mut spans: Vec<Range<i64>>) -> i64 {
    spans.sort_by_key(|span| span.start);
    let mut total = 0;
    let mut covered = i64::MIN;
    for span in spans {
        let from = span.start.max(covered);
        if span.end > from {
            total += span.end - from;
            covered = span.end;
        }
    }
    total
}
