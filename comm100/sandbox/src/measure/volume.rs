//! Volumes: chats, visits, sources, offline messages.

use std::collections::BTreeMap;

use super::{metric::Metric, query::Query, selection::Selection};
use crate::account::{
    account::Account,
    entity::chat::{Outcome, Source},
};

pub(crate) fn chat_volume(selection: &Selection<'_>) -> Vec<Metric> {
    let of = |outcome| {
        selection.count(
            selection
                .requests()
                .filter(move |chat| chat.outcome == outcome),
        )
    };
    vec![
        Metric::new("chatRequests", selection.count(selection.requests())),
        Metric::new("chats", of(Outcome::Chatted)),
        Metric::new("missedChats", of(Outcome::Missed)),
        Metric::new("refusedChats", of(Outcome::Refused)),
    ]
}

pub(crate) fn visits(selection: &Selection<'_>) -> Vec<Metric> {
    vec![Metric::new("visits", selection.count(selection.visits()))]
}

pub(crate) fn chat_source(selection: &Selection<'_>) -> Vec<Metric> {
    let from = |source: fn(Source) -> bool| {
        selection.count(selection.chats().filter(move |chat| source(chat.source)))
    };
    vec![
        Metric::new("chats", selection.count(selection.chats())),
        // The API has this spelling.
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

/// Returns the pages on which chats were requested, with their number; the page with the most chats first.
pub(crate) fn request_pages<'a>(account: &'a Account, query: &Query) -> Vec<(&'a str, u64)> {
    let period = query.from..query.to;
    let mut pages: BTreeMap<&str, u64> = BTreeMap::new();
    let chats = account.chats.iter().filter(|chat| chat.is_chat());
    for chat in chats.filter(|chat| period.contains(&chat.start)) {
        *pages.entry(chat.page).or_default() += 1;
    }
    let mut pages: Vec<_> = pages.into_iter().collect();
    pages.sort_by_key(|(_, chats)| std::cmp::Reverse(*chats));
    pages
}

pub(crate) fn offline_messages(selection: &Selection<'_>) -> Vec<Metric> {
    let from_queue = |wanted: bool| {
        selection.count(
            selection
                .offline_messages()
                .filter(move |message| message.from_queue == wanted),
        )
    };
    vec![
        Metric::new("messages", selection.count(selection.offline_messages())),
        Metric::new("fromOfflineButton", from_queue(false)),
        Metric::new("fromChatQueue", from_queue(true)),
    ]
}
