//! Agents: their statuses, their chats, their ratings.

use std::ops::Range;

use super::{
    metric::{Metric, float, seconds, share},
    query::Dimension,
    queue::mean_wait,
    selection::{Selection, union},
};
use crate::account::{
    entity::{
        agent::{Agent, Status},
        chat::Chat,
    },
    schedule::StatusInterval,
};

/// Returns the time in which at least one agent of the selection was online.
pub(crate) fn availability(selection: &Selection<'_>) -> Vec<Metric> {
    let online = selection
        .agents()
        .flat_map(|agent| selection.online(agent))
        .collect();
    vec![Metric::new("online", seconds(union(online)))]
}

/// The seconds that agents were online and away.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct StatusTimes {
    pub(crate) online: i64,
    pub(crate) away: i64,
}

pub(crate) fn status_times(intervals: impl Iterator<Item = StatusInterval>) -> StatusTimes {
    let mut times = StatusTimes::default();
    for interval in intervals {
        let length = interval.to - interval.from;
        match interval.status {
            Status::Online => times.online += length,
            Status::Away => times.away += length,
            Status::Offline => {}
        }
    }
    times
}

/// Returns the status times of a row that is about one agent.
pub(crate) fn status_times_of_row(selection: &Selection<'_>) -> Option<StatusTimes> {
    selection.id_of(Dimension::Agent)?;
    let agents = selection.agents();
    Some(status_times(
        agents.flat_map(|agent| selection.intervals(agent)),
    ))
}

pub(crate) fn performance(selection: &Selection<'_>) -> Vec<Metric> {
    vec![
        Metric::new("avgChatTime", mean_length(selection)),
        Metric::new("avgWaitTime", mean_wait(selection.chats())),
        Metric::new(
            "totalChatTime",
            selection.mean(seconds(total_length(selection))),
        ),
        Metric::new("lastMessageSentByAgent", last_by_agent(selection)),
    ]
}

fn total_length(selection: &Selection<'_>) -> i64 {
    selection.chats().map(Chat::length).sum()
}

fn mean_length(selection: &Selection<'_>) -> f64 {
    share(
        seconds(total_length(selection)),
        float(selection.chats().count()),
    )
}

fn last_by_agent(selection: &Selection<'_>) -> f64 {
    selection.count(selection.chats().filter(|chat| chat.last_by_agent))
}

/// Returns the chats of an agent, as spans of time.
fn spans(selection: &Selection<'_>, agent: &Agent) -> Vec<Range<i64>> {
    let own = selection
        .chats()
        .filter(|chat| chat.agents.contains(&agent.id));
    own.map(|chat| chat.taken()..chat.end).collect()
}

/// Returns the time in which an agent had at least one chat.
pub(crate) fn linear_time(selection: &Selection<'_>, agent: &Agent) -> i64 {
    union(spans(selection, agent))
}

pub(crate) fn workload(selection: &Selection<'_>) -> Vec<Metric> {
    let (mut linear, mut parallel, mut idle) = (0, 0, 0);
    for agent in selection.agents() {
        let busy = linear_time(selection, agent);
        linear += busy;
        parallel += spans(selection, agent)
            .iter()
            .map(|span| span.end - span.start)
            .sum::<i64>();
        idle += (union(selection.online(agent)) - busy).max(0);
    }
    let utilization = share(seconds(linear), seconds(linear + idle));
    vec![
        Metric::new("linearChatTime", selection.mean(seconds(linear))),
        Metric::new("idleTime", selection.mean(seconds(idle))),
        Metric::new("agentUtilization", utilization),
        Metric::new(
            "avgConcurrentChats",
            share(seconds(parallel), seconds(linear)),
        )
        .always(),
        Metric::new(
            "totalChatTime",
            selection.mean(seconds(total_length(selection))),
        ),
        Metric::new("chats", selection.count(selection.chats())),
    ]
}

/// Returns the metrics of the agents' efficiency, which have the same names in a distribution.
pub(crate) fn efficiency(selection: &Selection<'_>) -> Vec<Metric> {
    let chats = float(selection.chats().count());
    let mean = |of: fn(&Chat) -> u64| share(float(selection.chats().map(of).sum::<u64>()), chats);
    let response = selection.chats().map(|chat| chat.response).sum();
    let metrics = [
        Metric::new("avgAgentResponseTime", share(seconds(response), chats)),
        Metric::new("avgWaitTime", mean_wait(selection.chats())),
        Metric::new("avgChatTime", mean_length(selection)),
        Metric::new("avgAgentsChatMessages", mean(|chat| chat.agent_messages)),
        Metric::new(
            "avgVisitorsChatMessages",
            mean(|chat| chat.visitor_messages),
        ),
        Metric::new(
            "avgCannedMessages",
            mean(|chat| u64::try_from(chat.canned.len()).unwrap_or(u64::MAX)),
        ),
        Metric::new("lastMessageSentByAgent", last_by_agent(selection)),
    ];
    metrics.into_iter().map(Metric::always).collect()
}

pub(crate) fn scores(selection: &Selection<'_>) -> Vec<Metric> {
    [
        ("score5", 5),
        ("score4", 4),
        ("score3", 3),
        ("score2", 2),
        ("score1", 1),
    ]
    .into_iter()
    .map(|(name, score)| {
        let rated = selection.chats().filter(|chat| chat.rating == score);
        Metric::new(name, selection.count(rated))
    })
    .collect()
}

pub(crate) fn wrap_ups(selection: &Selection<'_>) -> Vec<Metric> {
    let wrapped_up = selection.chats().filter(|chat| chat.wrapped_up);
    vec![
        Metric::new("wrapups", selection.count(wrapped_up)),
        Metric::new("chats", selection.count(selection.chats())),
    ]
}

/// Returns the mean of the ratings, without chats that have none.
pub(crate) fn mean_rating(selection: &Selection<'_>) -> f64 {
    let rated = || {
        selection
            .chats()
            .map(|chat| chat.rating)
            .filter(|rating| *rating > 0)
    };
    share(float(rated().sum::<u64>()), float(rated().count()))
}
