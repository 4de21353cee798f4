//! How much there was: chats, visits, sources, offline messages.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    account::entity::chat::{Outcome, Source},
    engine::{
        error::Refusal,
        route::{Exchange, Route},
    },
    reports::{enterprise, metric::Metric, period::Query, report, rows, scope::Scope},
};

pub(super) fn routes() -> Vec<Route> {
    let all = &["campaign", "department", "visitorSegment"];
    vec![
        rows(
            "livechat/reports/chatVolume",
            all,
            &[
                "hour",
                "day",
                "week",
                "month",
                "24*7Distribution",
                "halfHourDistribution",
                "campaign",
                "department",
                "visitorSegment",
            ],
            chat_volume,
        ),
        rows(
            "livechat/reports/visits",
            &["campaign"],
            &[
                "hour",
                "day",
                "week",
                "month",
                "24*7Distribution",
                "halfHourDistribution",
                "campaign",
            ],
            visits,
        ),
        enterprise(rows(
            "livechat/reports/chatSource",
            &["department"],
            crate::reports::queue::GROUPS,
            chat_source,
        )),
        enterprise(report(
            "livechat/reports/chatSource/requestPage",
            &[],
            request_pages,
        )),
        rows(
            "livechat/reports/offlineMessage",
            &["department", "campaign", "visitorSegment"],
            &[
                "hour",
                "day",
                "week",
                "month",
                "24*7Distribution",
                "halfHourDistribution",
                "department",
                "campaign",
                "visitorSegment",
            ],
            offline_messages,
        ),
    ]
}

fn chat_volume(scope: &Scope<'_>) -> Vec<Metric> {
    let of = |outcome| scope.count(scope.requests().filter(move |chat| chat.outcome == outcome));
    vec![
        Metric::new("chatRequests", scope.count(scope.requests())),
        Metric::new("chats", of(Outcome::Chatted)),
        Metric::new("missedChats", of(Outcome::Missed)),
        Metric::new("refusedChats", of(Outcome::Refused)),
    ]
}

fn visits(scope: &Scope<'_>) -> Vec<Metric> {
    vec![Metric::new("visits", scope.count(scope.visits()))]
}

fn chat_source(scope: &Scope<'_>) -> Vec<Metric> {
    let from = |source: fn(Source) -> bool| {
        scope.count(scope.chats().filter(move |chat| source(chat.source)))
    };
    vec![
        Metric::new("chats", scope.count(scope.chats())),
        // Spelled so on the wire.
        Metric::new(
            "chatsInitialtedByVisitors",
            from(|source| source == Source::Visitor),
        ),
        Metric::new(
            "chatsFromManualInvitations",
            from(|source| source == Source::ManualInvitation),
        ),
        Metric::new(
            "chatsFromAutoInvitations",
            from(|source| matches!(source, Source::AutoInvitation(_))),
        ),
    ]
}

/// The page with the most chats first.
fn request_pages(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let query = Query::of(exchange)?;
    let period = query.from..query.to;
    let mut pages: BTreeMap<&str, u64> = BTreeMap::new();
    let chats = exchange.state.chats.iter().filter(|chat| chat.is_chat());
    for chat in chats.filter(|chat| period.contains(&chat.start)) {
        *pages.entry(chat.page).or_default() += 1;
    }
    let mut pages: Vec<_> = pages.into_iter().collect();
    pages.sort_by_key(|(_, chats)| std::cmp::Reverse(*chats));
    let rows: Value = pages
        .into_iter()
        .map(|(page, chats)| json!({ "requestPage": page, "chats": chats }))
        .collect();
    Ok(rows)
}

fn offline_messages(scope: &Scope<'_>) -> Vec<Metric> {
    let from_queue = |wanted: bool| {
        scope.count(
            scope
                .offline_messages()
                .filter(move |message| message.from_queue == wanted),
        )
    };
    vec![
        Metric::new("messages", scope.count(scope.offline_messages())),
        Metric::new("fromOfflineButton", from_queue(false)),
        Metric::new("fromChatQueue", from_queue(true)),
    ]
}
