//! What agents did: their statuses, their chats, their ratings.

use std::ops::Range;

use serde_json::{Value, json};

use crate::{
    account::{
        access::Edition,
        entity::{
            agent::{Agent, Status},
            chat::Chat,
        },
        schedule,
    },
    clock::local,
    engine::{
        error::Refusal,
        route::{Exchange, Route},
    },
    quirks::Quirk,
    reports::{
        enterprise,
        metric::{Metric, float, number, seconds, share},
        period::{Entity, Group, Query},
        queue::mean_wait,
        report, rows,
        scope::{Scope, union},
    },
    v1::json_forms,
};

const FILTERS: &[&str] = &["agent", "department"];
const GROUPS: &[&str] = &["hour", "day", "week", "month", "agent", "department"];
const ALL_GROUPS: &[&str] = &[
    "hour",
    "day",
    "week",
    "month",
    "24*7Distribution",
    "halfHourDistribution",
    "agent",
    "department",
];

pub(super) fn routes() -> Vec<Route> {
    vec![
        rows(
            "livechat/reports/availability",
            FILTERS,
            GROUPS,
            availability,
        ),
        report("livechat/reports/agentStatus", FILTERS, status_logs),
        rows(
            "livechat/reports/agentPerformance",
            FILTERS,
            GROUPS,
            performance,
        )
        .edition(Edition::Business),
        enterprise(rows(
            "livechat/reports/workload",
            FILTERS,
            ALL_GROUPS,
            workload,
        )),
        enterprise(rows(
            "livechat/reports/efficiency",
            FILTERS,
            ALL_GROUPS,
            efficiency,
        )),
        report("livechat/reports/rating", FILTERS, ratings)
            .required_query("group", crate::engine::parameter::Kind::OneOf(ALL_GROUPS)),
        rows(
            "livechat/reports/wrapup/completion",
            FILTERS,
            GROUPS,
            wrap_ups,
        ),
    ]
}

/// The time in which at least one agent of the scope was online.
fn availability(scope: &Scope<'_>) -> Vec<Metric> {
    let online = scope
        .agents()
        .flat_map(|agent| scope.online(agent))
        .collect();
    let mut metrics = vec![Metric::new("online", seconds(union(online)))];
    if scope.id_of(Entity::Agent).is_some() {
        let statuses = scope.agents().flat_map(|agent| scope.stretches(agent));
        let statuses = statuses.map(|stretch| (stretch.status, stretch.to - stretch.from));
        metrics.push(Metric::other("statusDistribution", distribution(statuses)));
    }
    metrics
}

/// The seconds that an agent was logged in, online and away.
pub(super) fn distribution(statuses: impl Iterator<Item = (Status, i64)>) -> Value {
    let (mut online, mut away) = (0, 0);
    for (status, length) in statuses {
        match status {
            Status::Online => online += length,
            Status::Away => away += length,
            Status::Offline => {}
        }
    }
    json!([
        { "status": "Logged-in", "time": online + away },
        { "status": "Online", "time": online },
        { "status": "Total Away", "time": away },
    ])
}

fn status_logs(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let query = Query::of(exchange)?;
    let scope = Scope {
        state: exchange.state,
        filters: query.filter.into_iter().collect(),
        windows: Vec::new(),
        group: query.group,
        now: exchange.now,
    };
    let status = if exchange.quirks.has(Quirk::StatusLogNames) {
        "name"
    } else {
        "status"
    };
    let to = query.to.min(exchange.now);
    let logs: Value = scope
        .agents()
        .map(|agent| {
            let is_past = query.from < to;
            let changes = is_past.then(|| schedule::changes(agent, query.from, to));
            let changes: Value = changes
                .into_iter()
                .flatten()
                .map(|(time, changed)| {
                    json!({ "time": json_forms::time(local(time, query.offset)), status: changed.name() })
                })
                .collect();
            json!({
                "time": {
                    "from": json_forms::time(local(query.from, query.offset)),
                    "to": json_forms::time(local(query.to, query.offset)),
                },
                "agentId": agent.id,
                "changeLogs": changes,
            })
        })
        .collect();
    Ok(logs)
}

fn performance(scope: &Scope<'_>) -> Vec<Metric> {
    vec![
        Metric::new("avgChatTime", mean_length(scope)),
        Metric::new("avgWaitTime", mean_wait(scope.chats())),
        Metric::new("totalChatTime", scope.mean(seconds(total_length(scope)))),
        Metric::new("lastMessageSentByAgent", last_by_agent(scope)),
    ]
}

fn total_length(scope: &Scope<'_>) -> i64 {
    scope.chats().map(Chat::length).sum()
}

fn mean_length(scope: &Scope<'_>) -> f64 {
    share(seconds(total_length(scope)), float(scope.chats().count()))
}

fn last_by_agent(scope: &Scope<'_>) -> f64 {
    scope.count(scope.chats().filter(|chat| chat.last_by_agent))
}

/// The chats of an agent, as spans of time.
fn spans(scope: &Scope<'_>, agent: &Agent) -> Vec<Range<i64>> {
    let own = scope.chats().filter(|chat| chat.agents.contains(&agent.id));
    own.map(|chat| chat.taken()..chat.end).collect()
}

/// The time in which an agent had at least one chat.
pub(super) fn linear_time(scope: &Scope<'_>, agent: &Agent) -> i64 {
    union(spans(scope, agent))
}

fn workload(scope: &Scope<'_>) -> Vec<Metric> {
    let (mut linear, mut parallel, mut idle) = (0, 0, 0);
    for agent in scope.agents() {
        let busy = linear_time(scope, agent);
        linear += busy;
        parallel += spans(scope, agent)
            .iter()
            .map(|span| span.end - span.start)
            .sum::<i64>();
        idle += (union(scope.online(agent)) - busy).max(0);
    }
    let utilization = share(seconds(linear), seconds(linear + idle));
    vec![
        Metric::new("linearChatTime", scope.mean(seconds(linear))),
        Metric::new("idleTime", scope.mean(seconds(idle))),
        Metric::new("agentUtilization", utilization),
        Metric::new(
            "avgConcurrentChats",
            share(seconds(parallel), seconds(linear)),
        )
        .always(),
        Metric::new("totalChatTime", scope.mean(seconds(total_length(scope)))),
        Metric::new("chats", scope.count(scope.chats())),
    ]
}

/// All names stay as they are in a distribution.
fn efficiency(scope: &Scope<'_>) -> Vec<Metric> {
    let chats = float(scope.chats().count());
    let mean = |of: fn(&Chat) -> u64| share(float(scope.chats().map(of).sum::<u64>()), chats);
    let response = scope.chats().map(|chat| chat.response).sum();
    let metrics = [
        Metric::new("avgAgentResponseTime", share(seconds(response), chats)),
        Metric::new("avgWaitTime", mean_wait(scope.chats())),
        Metric::new("avgChatTime", mean_length(scope)),
        Metric::new("avgAgentsChatMessages", mean(|chat| chat.agent_messages)),
        Metric::new(
            "avgVisitorsChatMessages",
            mean(|chat| chat.visitor_messages),
        ),
        Metric::new(
            "avgCannedMessages",
            mean(|chat| u64::try_from(chat.canned.len()).unwrap_or(u64::MAX)),
        ),
        Metric::new("lastMessageSentByAgent", last_by_agent(scope)),
    ];
    metrics.into_iter().map(Metric::always).collect()
}

/// Grouped by agent, the documented sample has `time` in place of `agentId`.
fn ratings(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let query = Query::of(exchange)?;
    let reply = crate::reports::all_rows(exchange, scores)?;
    let by_agent = query.group == Group::By(Entity::Agent);
    match reply {
        Value::Array(mut rows) if by_agent && exchange.quirks.has(Quirk::RatingRowsByTime) => {
            let time = json!({
                "from": json_forms::time(local(query.from, query.offset)),
                "to": json_forms::time(local(query.to, query.offset)),
            });
            for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                row.remove("agentId");
                row.insert("time".to_owned(), time.clone());
            }
            Ok(Value::Array(rows))
        }
        other => Ok(other),
    }
}

fn scores(scope: &Scope<'_>) -> Vec<Metric> {
    [
        ("score5", 5),
        ("score4", 4),
        ("score3", 3),
        ("score2", 2),
        ("score1", 1),
    ]
    .into_iter()
    .map(|(name, score)| {
        let rated = scope.chats().filter(|chat| chat.rating == score);
        Metric::new(name, scope.count(rated))
    })
    .collect()
}

fn wrap_ups(scope: &Scope<'_>) -> Vec<Metric> {
    let wrapped_up = scope.chats().filter(|chat| chat.wrapped_up);
    vec![
        Metric::new("wrapups", scope.count(wrapped_up)),
        Metric::new("chats", scope.count(scope.chats())),
    ]
}

/// A mean of the ratings that were given.
pub(super) fn mean_rating(scope: &Scope<'_>) -> Value {
    let rated = || {
        scope
            .chats()
            .map(|chat| chat.rating)
            .filter(|rating| *rating > 0)
    };
    number(share(float(rated().sum::<u64>()), float(rated().count())))
}
