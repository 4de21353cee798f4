//! The present day so far.

use super::{
    agents::{linear_time, mean_rating},
    metric::{float, seconds, share},
    query::Group,
    queue::mean_wait,
    selection::{Selection, union},
};
use crate::{
    account::{
        account::Account,
        entity::chat::{Chat, Outcome, Source, Transfer},
    },
    clock::start_of_day,
};
use jiff::tz::Offset;

#[derive(Debug)]
pub(crate) struct ChatOverview {
    pub(crate) requests: usize,
    pub(crate) chats: usize,
    pub(crate) acceptance_rate: f64,
    pub(crate) abandoned: usize,
    pub(crate) switched_to_messages: usize,
    pub(crate) missed: usize,
}

#[derive(Debug)]
pub(crate) struct ServiceEfficiency {
    pub(crate) mean_wait: f64,
    pub(crate) mean_length: f64,
    pub(crate) mean_response: f64,
    pub(crate) accepted_invitations: usize,
    pub(crate) department_transfers: usize,
    pub(crate) transfers: usize,
}

#[derive(Debug)]
pub(crate) struct AgentPerformance {
    pub(crate) unique_chat_rate: f64,
    pub(crate) utilization: f64,
    pub(crate) mean_rating: f64,
}

#[derive(Debug)]
pub(crate) struct Chatbot {
    pub(crate) chats_alone: usize,
    pub(crate) chats_handed_over: usize,
    pub(crate) answers: usize,
    pub(crate) confident_answers: usize,
}

/// Returns the time from midnight in this zone until now.
pub(crate) fn selection(account: &Account, now: i64, offset: Offset) -> Selection<'_> {
    Selection {
        account,
        filters: Vec::new(),
        windows: std::iter::once(start_of_day(now, offset)..now + 1).collect(),
        group: Group::None,
        now,
    }
}

pub(crate) fn chat_overview(today: &Selection<'_>) -> ChatOverview {
    let of = |outcome| {
        today
            .requests()
            .filter(move |chat| chat.outcome == outcome)
            .count()
    };
    let (requests, chats) = (today.requests().count(), of(Outcome::Chatted));
    ChatOverview {
        requests,
        chats,
        acceptance_rate: share(float(chats), float(requests)),
        abandoned: of(Outcome::Abandoned),
        switched_to_messages: of(Outcome::SwitchedToMessage),
        missed: of(Outcome::Missed),
    }
}

pub(crate) fn service_efficiency(today: &Selection<'_>) -> ServiceEfficiency {
    let chats = float(today.chats().count());
    let mean = |of: fn(&Chat) -> i64| share(seconds(today.chats().map(of).sum()), chats);
    let count = |chosen: fn(&Chat) -> bool| today.chats().filter(|chat| chosen(chat)).count();
    ServiceEfficiency {
        mean_wait: mean_wait(today.chats()),
        mean_length: mean(Chat::length),
        mean_response: mean(|chat| chat.response),
        accepted_invitations: count(|chat| chat.source != Source::Visitor),
        department_transfers: count(|chat| matches!(chat.transfer, Transfer::FromDepartment(_))),
        transfers: count(|chat| chat.transfer != Transfer::None),
    }
}

pub(crate) fn agent_performance(today: &Selection<'_>) -> AgentPerformance {
    let visitors = today.count_different(today.chats().map(|chat| chat.visitor));
    let (mut busy, mut online) = (0, 0);
    for agent in today.agents() {
        let linear = linear_time(today, agent);
        busy += linear;
        online += linear.max(union(today.online(agent)));
    }
    AgentPerformance {
        unique_chat_rate: share(visitors, float(today.chats().count())),
        utilization: share(seconds(busy), seconds(online)),
        mean_rating: mean_rating(today),
    }
}

/// A quarter of the chats come from the chatbot, with two answers each.
pub(crate) fn chatbot(today: &Selection<'_>) -> Chatbot {
    let chats_handed_over = today.chats().filter(|chat| chat.seed % 4 == 0).count();
    let chats_alone = today
        .visits()
        .filter(|visit| visit.visitor % 8 == 0)
        .count();
    let answers = 2 * (chats_handed_over + chats_alone);
    Chatbot {
        chats_alone,
        chats_handed_over,
        answers,
        confident_answers: answers * 3 / 4,
    }
}

/// Returns the ids and values of the enabled custom metrics.
pub(crate) fn custom_metrics(today: &Selection<'_>) -> Vec<(u64, f64)> {
    today
        .account
        .custom_metrics
        .iter()
        .filter(|metric| metric.is_enable)
        .map(|metric| (metric.id, evaluate(today, metric.expression)))
        .collect()
}

/// Evaluates an expression: one number divided by another.
fn evaluate(today: &Selection<'_>, expression: &str) -> f64 {
    let (part, whole) = expression.split_once(" / ").unwrap_or((expression, ""));
    share(named(today, part), named(today, whole))
}

fn named(today: &Selection<'_>, name: &str) -> f64 {
    float(match name {
        "{chats}" => today.chats().count(),
        "{chatRequests}" => today.requests().count(),
        "{missedChats}" => today
            .requests()
            .filter(|chat| chat.outcome == Outcome::Missed)
            .count(),
        "{messages}" => today.offline_messages().count(),
        "{visits}" => today.visits().count(),
        _ => 0,
    })
}
