//! Waiting: the queue, the time until an agent took a chat, and being handed over.

use crate::{
    account::entity::chat::{Chat, Outcome, Transfer},
    engine::route::Route,
    reports::{
        enterprise,
        metric::{Metric, float, seconds, share},
        period::{Entity, Group},
        rows,
        scope::Scope,
    },
};

/// The groups of what can be filtered by department alone.
pub(super) const GROUPS: &[&str] = &[
    "hour",
    "day",
    "week",
    "month",
    "24*7Distribution",
    "halfHourDistribution",
    "department",
];

pub(super) fn routes() -> Vec<Route> {
    let transfer = &["hour", "day", "week", "month", "department"];
    let routes = [
        rows("livechat/reports/queue", &["department"], GROUPS, queue),
        rows(
            "livechat/reports/waitTime",
            &["department"],
            GROUPS,
            wait_time,
        ),
        rows(
            "livechat/reports/chatTransfer",
            &["department"],
            transfer,
            chat_transfer,
        ),
    ];
    routes.into_iter().map(enterprise).collect()
}

fn queue(scope: &Scope<'_>) -> Vec<Metric> {
    let queued = || scope.requests().filter(|chat| chat.queued);
    let of = |outcome| scope.count(queued().filter(move |chat| chat.outcome == outcome));
    vec![
        Metric::new("queuedChatRequests", scope.count(queued())),
        Metric::new("chatsFromQueue", of(Outcome::Chatted)),
        Metric::new("switchedToMessages", of(Outcome::SwitchedToMessage)),
        Metric::new("abandonedChats", of(Outcome::Abandoned)),
        Metric::new("refusedChats", of(Outcome::Refused)),
        // Spelled so on the wire.
        Metric::new("maxQueueSize", scope.greatest(longest_queue)).named("avgMmaxQueueSize"),
    ]
}

/// The most that waited at the same time.
fn longest_queue(scope: &Scope<'_>) -> f64 {
    let queued = scope.requests().filter(|chat| chat.queued);
    // Whoever leaves does so before the next one comes.
    let mut changes: Vec<(i64, i64)> = queued
        .flat_map(|chat| [(chat.start, 1), (chat.taken(), -1)])
        .collect();
    changes.sort_unstable();
    let (mut size, mut longest) = (0, 0);
    for (_, change) in changes {
        size += change;
        longest = longest.max(size);
    }
    float(longest)
}

fn wait_time(scope: &Scope<'_>) -> Vec<Metric> {
    let greatest = |chosen: fn(&Chat) -> bool| {
        scope.greatest(|window| {
            let waits = window
                .requests()
                .filter(|chat| chosen(chat))
                .map(|chat| chat.waiting);
            seconds(waits.max().unwrap_or(0))
        })
    };
    let missed = |chat: &Chat| chat.outcome == Outcome::Missed;
    vec![
        Metric::new("avgWaitTime", mean_wait(scope.chats())).always(),
        Metric::new(
            "avgWaitTimeOfMissedChats",
            mean_wait(scope.requests().filter(|chat| missed(chat))),
        )
        .always(),
        Metric::new("maxWaitTime", greatest(Chat::is_chat)),
        Metric::new("maxWaitTimeOfMissedChats", greatest(missed)),
    ]
}

/// The mean time of waiting, in seconds.
pub(super) fn mean_wait<'a>(chats: impl Iterator<Item = &'a Chat>) -> f64 {
    let (count, total) = chats.fold((0_u32, 0), |(count, total), chat| {
        (count + 1, total + chat.waiting)
    });
    share(seconds(total), float(count))
}

/// By department, those that came and those that went; else all.
fn chat_transfer(scope: &Scope<'_>) -> Vec<Metric> {
    let moved = |chat: &&Chat| matches!(chat.transfer, Transfer::FromDepartment(_));
    let chats = Metric::new("chats", scope.count(scope.chats()));
    let department = scope.id_of(Entity::Department);
    if let (Group::By(Entity::Department), Some(own)) = (scope.group, department) {
        let left = scope.unfiltered_requests();
        let left = left.filter(|chat| chat.transfer == Transfer::FromDepartment(own));
        return vec![
            chats,
            Metric::new(
                "departmentTransferredInChats",
                scope.count(scope.chats().filter(moved)),
            ),
            Metric::new("departmentTransferredOutChats", scope.count(left)),
        ];
    }
    let handed_over = scope.chats().filter(|chat| chat.transfer != Transfer::None);
    vec![
        chats,
        Metric::new("totalTransferredChats", scope.count(handed_over)),
        Metric::new(
            "departmentTransferredChats",
            scope.count(scope.chats().filter(moved)),
        ),
    ]
}
