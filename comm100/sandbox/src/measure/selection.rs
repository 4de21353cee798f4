//! The data that a row is computed from: what lies in its windows and passes its filters.

use std::{collections::BTreeSet, ops::Range};

use super::{
    metric::{float, share},
    query::{Dimension, Filter, Group},
};
use crate::account::{
    account::Account,
    entity::{
        agent::{Agent, Status},
        chat::{Chat, OfflineMessage, Source},
        visitor::{Converted, Ignored, Visit},
    },
    schedule::{self, StatusInterval},
};

/// The data of one row.
#[derive(Debug)]
pub(crate) struct Selection<'a> {
    pub(crate) account: &'a Account,
    pub(crate) filters: Vec<Filter>,
    pub(crate) windows: Vec<Range<i64>>,
    pub(crate) group: Group,
    pub(crate) now: i64,
}

/// Returns the part of a list, ordered by time, that lies in one of the windows.
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

impl Selection<'_> {
    /// Returns a selection for each of the windows.
    pub(crate) fn each_window(&self) -> impl Iterator<Item = Selection<'_>> {
        self.windows.iter().map(|window| Selection {
            account: self.account,
            filters: self.filters.clone(),
            windows: std::iter::once(window.clone()).collect(),
            group: self.group,
            now: self.now,
        })
    }

    /// Returns the id that a filter or the group selects.
    pub(crate) fn id_of(&self, dimension: Dimension) -> Option<u64> {
        self.filters
            .iter()
            .find(|filter| filter.dimension == dimension)
            .map(|filter| filter.id)
    }

    /// Returns all requests for a chat that pass the filters.
    pub(crate) fn requests(&self) -> impl Iterator<Item = &Chat> {
        within(&self.windows, &self.account.chats, |chat| chat.start)
            .filter(|chat| self.filters.iter().all(|filter| passes(chat, *filter)))
    }

    /// Returns the requests that became chats.
    pub(crate) fn chats(&self) -> impl Iterator<Item = &Chat> {
        self.requests().filter(|chat| chat.is_chat())
    }

    /// Returns all requests in the windows, ignoring the filters.
    pub(crate) fn unfiltered_requests(&self) -> impl Iterator<Item = &Chat> {
        within(&self.windows, &self.account.chats, |chat| chat.start)
    }

    pub(crate) fn visits(&self) -> impl Iterator<Item = &Visit> {
        let campaign = self.id_of(Dimension::Campaign);
        within(&self.windows, &self.account.visits, |visit| visit.time)
            .filter(move |visit| campaign.is_none_or(|id| visit.campaign == id))
    }

    pub(crate) fn offline_messages(&self) -> impl Iterator<Item = &OfflineMessage> {
        within(&self.windows, &self.account.offline_messages, |message| {
            message.time
        })
        .filter(|message| {
            self.filters.iter().all(|filter| match filter.dimension {
                Dimension::Campaign => message.campaign == filter.id,
                Dimension::Department => message.department == Some(filter.id),
                Dimension::VisitorSegment => message.segment == Some(filter.id),
                _ => true,
            })
        })
    }

    pub(crate) fn converted(&self) -> impl Iterator<Item = &Converted> {
        within(&self.windows, &self.account.converted, |converted| {
            converted.time
        })
        .filter(|converted| {
            self.filters.iter().all(|filter| match filter.dimension {
                Dimension::Agent => converted.agent == Some(filter.id),
                Dimension::Conversion => converted.conversion == filter.id,
                Dimension::Department => converted.department == Some(filter.id),
                _ => true,
            })
        })
    }

    /// Ignores the filters.
    pub(crate) fn ignored_invitations(&self) -> impl Iterator<Item = &Ignored> {
        within(
            &self.windows,
            &self.account.ignored_invitations,
            |ignored| ignored.time,
        )
    }

    /// Returns the agents that pass the filters.
    pub(crate) fn agents(&self) -> impl Iterator<Item = &Agent> {
        self.account.present_agents().filter(|agent| {
            self.filters.iter().all(|filter| match filter.dimension {
                Dimension::Agent => agent.id == filter.id,
                Dimension::Department => self.account.is_member(agent.id, filter.id),
                _ => true,
            })
        })
    }

    /// Returns an agent's statuses in the windows.
    pub(crate) fn intervals<'s>(
        &'s self,
        agent: &'s Agent,
    ) -> impl Iterator<Item = StatusInterval> + 's {
        self.windows
            .iter()
            .flat_map(|window| schedule::intervals(agent, window.start, window.end, self.now))
    }

    /// Returns the times at which an agent was online.
    pub(crate) fn online(&self, agent: &Agent) -> Vec<Range<i64>> {
        self.intervals(agent)
            .filter(|interval| interval.status == Status::Online)
            .map(|interval| interval.from..interval.to)
            .collect()
    }

    /// Returns a sum over the row; in a distribution, the mean over the days or weeks of a slot.
    pub(crate) fn mean(&self, sum: f64) -> f64 {
        share(sum, float(self.windows.len()))
    }

    /// Returns the number of items; in a distribution, the [`mean`](Self::mean).
    pub(crate) fn count<T>(&self, items: impl Iterator<Item = T>) -> f64 {
        self.mean(float(items.count()))
    }

    /// Returns the number of different items.
    pub(crate) fn count_different<T: Ord>(&self, items: impl Iterator<Item = T>) -> f64 {
        self.mean(float(items.collect::<BTreeSet<_>>().len()))
    }

    /// Returns the greatest of a row; in a distribution, the mean of the slots' greatest.
    pub(crate) fn greatest(&self, of: impl Fn(&Selection<'_>) -> f64) -> f64 {
        self.mean(self.each_window().map(|window| of(&window)).sum())
    }
}

fn passes(chat: &Chat, filter: Filter) -> bool {
    match filter.dimension {
        Dimension::Agent => chat.agents.contains(&filter.id),
        Dimension::AutoInvitation => chat.source == Source::AutoInvitation(filter.id),
        Dimension::Campaign => chat.campaign == filter.id,
        Dimension::Department => chat.department == Some(filter.id),
        Dimension::VisitorSegment => chat.segment == Some(filter.id),
        // A chat has no conversion and no category.
        Dimension::Category | Dimension::Conversion => true,
    }
}

/// Returns the total length of these spans; overlaps count once.
pub(crate) fn union(mut spans: Vec<Range<i64>>) -> i64 {
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
