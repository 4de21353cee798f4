//! The present moment: the site, the agents, the queue.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    account::{
        access::Edition,
        entity::{
            agent::Status,
            chat::Outcome,
            visitor::{Activity, Presence},
        },
    },
    clock::MINUTE,
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
    reports::{
        agents::{distribution, linear_time},
        metric::{float, number, share},
        period::{self, Entity, Filter, Group},
        queue::mean_wait,
        scope::Scope,
        today,
    },
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/reports/realtime/rightnow", right_now),
        Route::get("livechat/reports/realtime/agents", agents)
            .query("timezone", Kind::Offset)
            .query("filterName", Kind::OneOf(&["department"]))
            .query("filterValue", Kind::Integer),
        Route::get("livechat/reports/realtime/queue", queue)
            .query("timezone", Kind::Offset)
            .edition(Edition::Enterprise),
    ]
}

fn is_waiting(presence: &Presence) -> bool {
    presence.activity == Activity::WaitingForChat
}

/// Auto-allocation is a part of the Enterprise edition, the chatbot an add-on.
fn right_now(exchange: &mut Exchange<'_>) -> Value {
    let state = &exchange.state;
    let presences = || state.presences().map(|(_, presence)| presence);
    let chatting = presences().filter(|presence| presence.activity.is_chatting());
    let in_chat: BTreeSet<u64> = chatting.filter_map(|presence| presence.agent).collect();
    let ongoing = state.ongoing_chats(|_| true);
    let active = || state.present_agents().filter(|agent| agent.is_active);
    let logged_in = active()
        .filter(|agent| agent.status != Status::Offline)
        .count();
    let online = active().filter(|agent| agent.status == Status::Online);
    let room: u64 = online.map(|agent| agent.max_chats_count).sum();
    let allocates = exchange.edition >= Edition::Enterprise;
    let with_chatbot = presences().filter(|presence| presence.activity == Activity::PreChat);
    let right_now = json!({
        "agentsInChat": in_chat.len(),
        "ongoingChats": ongoing,
        "visitorsOnSite": presences().count(),
        "loggedInAgents": logged_in,
        "currentQueueLength":
            allocates.then(|| presences().filter(|presence| is_waiting(presence)).count()),
        "chatUtilization": allocates.then(|| number(share(float(ongoing), float(room)))),
        "ongoingChatsWithAgents": exchange.has_chatbot.then_some(ongoing),
        "ongoingChatsWithChatbot": exchange.has_chatbot.then(|| with_chatbot.count()),
    });
    right_now
}

fn agents(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let filters = period::filter(exchange)?.into_iter().collect();
    let today = Scope {
        filters,
        ..today::scope(exchange)
    };
    let all: Value = today
        .agents()
        .map(|agent| {
            let own = Filter {
                entity: Entity::Agent,
                id: agent.id,
            };
            let scope = Scope {
                filters: vec![own],
                ..today::scope(exchange)
            };
            let statuses = scope.stretches(agent);
            let statuses = statuses.map(|stretch| (stretch.status, stretch.to - stretch.from));
            let is_own = |presence: &Presence| presence.agent == Some(agent.id);
            json!({
                "agentId": agent.id,
                "currentStatus": agent.status.name(),
                "ongoingChats": exchange.state.ongoing_chats(is_own),
                "todayChats": scope.chats().count(),
                "todayLinearChatTime": linear_time(&scope, agent),
                "statusDistribution": distribution(statuses),
            })
        })
        .collect();
    Ok(all)
}

/// The queue of the site, of each department and of each active agent.
fn queue(exchange: &mut Exchange<'_>) -> Value {
    let state = &exchange.state;
    let departments = state
        .departments
        .iter()
        .map(|department| (Entity::Department, department.id));
    let agents = state
        .present_agents()
        .filter(|agent| agent.is_active)
        .map(|agent| (Entity::Agent, agent.id));
    let routes = departments
        .chain(agents)
        .map(|(entity, id)| Some(Filter { entity, id }));
    std::iter::once(None)
        .chain(routes)
        .map(|route| queue_of(exchange, route))
        .collect()
}

/// The queue of a department or an agent, or the site's.
fn queue_of(exchange: &Exchange<'_>, route: Option<Filter>) -> Value {
    let is_routed = |presence: &Presence| match route {
        Some(Filter {
            entity: Entity::Agent,
            id,
        }) => presence.agent == Some(id),
        Some(Filter { id, .. }) => presence.department == Some(id),
        None => true,
    };
    let shown_route = match route {
        None => json!({ "type": 0 }),
        Some(Filter {
            entity: Entity::Department,
            id,
        }) => json!({ "type": 1, "id": id }),
        Some(Filter { id, .. }) => json!({ "type": 2, "id": id }),
    };
    let last = |minutes: i64| Scope {
        state: exchange.state,
        filters: route.into_iter().collect(),
        windows: std::iter::once(exchange.now - minutes * MINUTE..exchange.now + 1).collect(),
        group: Group::None,
        now: exchange.now,
    };
    let half_hour = last(30);
    let of = |outcome| {
        half_hour
            .requests()
            .filter(move |chat| chat.outcome == outcome)
            .count()
    };
    let visitors = exchange.state.visitors.iter().enumerate();
    let waiting: Value = visitors
        .filter_map(|(index, visitor)| Some((index, visitor, visitor.presence.as_ref()?)))
        .filter(|(_, _, presence)| is_waiting(presence) && is_routed(presence))
        .map(|(index, visitor, presence)| {
            json!({
                "visitorId": visitor_id(index, &visitor.id, exchange.quirks),
                "waitTime": (exchange.now - presence.since).max(0),
            })
        })
        .collect();
    json!({
        "routeTo": shown_route,
        "ongoingChats": exchange.state.ongoing_chats(is_routed),
        "avgWaitTimeInLast30Mins": number(mean_wait(half_hour.chats())),
        "avgWaitTimeInLast60Mins": number(mean_wait(last(60).chats())),
        "abandonedChatsInLast30Mins": of(Outcome::Abandoned),
        "switchedToMessagesInLast30Mins": of(Outcome::SwitchedToMessage),
        "queue": waiting,
    })
}

/// A number, as documented here, or the UUID that visitors have elsewhere.
fn visitor_id(index: usize, id: &str, quirks: Quirks) -> Value {
    if quirks.has(Quirk::UuidQueueVisitors) {
        Value::from(id)
    } else {
        Value::from(index + 1)
    }
}
