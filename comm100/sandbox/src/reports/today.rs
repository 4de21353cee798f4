//! The present day so far.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Edition,
        entity::chat::{Chat, Outcome, Source, Transfer},
    },
    clock::start_of_day,
    engine::{
        parameter::Kind,
        route::{Exchange, Route},
    },
    reports::{
        agents::{linear_time, mean_rating},
        metric::{float, number, seconds, share},
        period::Group,
        queue::mean_wait,
        scope::{Scope, union},
    },
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/reports/realtime/today", today).query("timezone", Kind::Offset),
        Route::get(
            "livechat/reports/realtime/today/customMetrics",
            custom_metrics,
        )
        .query("timezone", Kind::Offset)
        .edition(Edition::Enterprise),
    ]
}

/// From midnight in the time zone of the request until now.
pub(super) fn scope<'a>(exchange: &'a Exchange<'_>) -> Scope<'a> {
    let midnight = start_of_day(exchange.now, exchange.arguments.timezone());
    Scope {
        state: exchange.state,
        filters: Vec::new(),
        windows: std::iter::once(midnight..exchange.now + 1).collect(),
        group: Group::None,
        now: exchange.now,
    }
}

fn today(exchange: &mut Exchange<'_>) -> Value {
    let scope = scope(exchange);
    let is_enterprise = exchange.edition >= Edition::Enterprise;
    let today = json!({
        "chatOverview": chat_overview(&scope),
        "serviceEfficiency": is_enterprise.then(|| service_efficiency(&scope)),
        "agentPerformance": is_enterprise.then(|| agent_performance(&scope)),
        "chatbot": exchange.has_chatbot.then(|| chatbot(&scope)),
    });
    today
}

fn chat_overview(scope: &Scope<'_>) -> Value {
    let of = |outcome| {
        scope
            .requests()
            .filter(move |chat| chat.outcome == outcome)
            .count()
    };
    let (requests, chats) = (scope.requests().count(), of(Outcome::Chatted));
    json!({
        "chatRequests": requests,
        "chats": chats,
        "chatAcceptanceRate": number(share(float(chats), float(requests))),
        "abandonedChats": of(Outcome::Abandoned),
        "switchToMessages": of(Outcome::SwitchedToMessage),
        "missedChats": of(Outcome::Missed),
    })
}

fn service_efficiency(scope: &Scope<'_>) -> Value {
    let chats = float(scope.chats().count());
    let mean = |of: fn(&Chat) -> i64| number(share(seconds(scope.chats().map(of).sum()), chats));
    let count = |chosen: fn(&Chat) -> bool| scope.chats().filter(|chat| chosen(chat)).count();
    json!({
        "avgWaitTime": number(mean_wait(scope.chats())),
        "avgChatTime": mean(Chat::length),
        "avgResponseTime": mean(|chat| chat.response),
        "acceptedInvitations": count(|chat| chat.source != Source::Visitor),
        "departmentTransferChats":
            count(|chat| matches!(chat.transfer, Transfer::FromDepartment(_))),
        "totalTransferChats": count(|chat| chat.transfer != Transfer::None),
    })
}

fn agent_performance(scope: &Scope<'_>) -> Value {
    let visitors = scope.count_different(scope.chats().map(|chat| chat.visitor));
    let (mut busy, mut online) = (0, 0);
    for agent in scope.agents() {
        let linear = linear_time(scope, agent);
        busy += linear;
        online += linear.max(union(scope.online(agent)));
    }
    json!({
        "uniqueChatRate": number(share(visitors, float(scope.chats().count()))),
        "agentUtilization": number(share(seconds(busy), seconds(online))),
        "avgScore": mean_rating(scope),
    })
}

/// A quarter of the chats came through the chatbot, two answers each.
fn chatbot(scope: &Scope<'_>) -> Value {
    let handed_over = scope.chats().filter(|chat| chat.seed % 4 == 0).count();
    let alone = scope
        .visits()
        .filter(|visit| visit.visitor % 8 == 0)
        .count();
    let answers = 2 * (handed_over + alone);
    json!({
        "chatbotOnlyChats": alone,
        "chatsFromChatbotToAgent": handed_over,
        "answers": answers,
        "highConfidenceAnswers": answers * 3 / 4,
    })
}

/// What the expressions of the enabled custom metrics say.
fn custom_metrics(exchange: &mut Exchange<'_>) -> Value {
    let scope = scope(exchange);
    let enabled = exchange
        .state
        .custom_metrics
        .iter()
        .filter(|metric| metric.is_enable);
    enabled
        .map(|metric| json!({ "id": metric.id, "value": number(evaluate(&scope, metric.expression)) }))
        .collect()
}

/// One number divided by another.
fn evaluate(scope: &Scope<'_>, expression: &str) -> f64 {
    let (part, whole) = expression.split_once(" / ").unwrap_or((expression, ""));
    share(named(scope, part), named(scope, whole))
}

fn named(scope: &Scope<'_>, name: &str) -> f64 {
    float(match name {
        "{chats}" => scope.chats().count(),
        "{chatRequests}" => scope.requests().count(),
        "{missedChats}" => scope
            .requests()
            .filter(|chat| chat.outcome == Outcome::Missed)
            .count(),
        "{messages}" => scope.offline_messages().count(),
        "{visits}" => scope.visits().count(),
        _ => 0,
    })
}
