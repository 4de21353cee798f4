//! Waiting: the queue, the time until an agent took a chat, and transfers.

use super::{
    metric::{Metric, float, seconds, share},
    query::{Dimension, Group},
    selection::Selection,
};
use crate::account::entity::chat::{Chat, Outcome, Transfer};

pub(crate) fn queue(selection: &Selection<'_>) -> Vec<Metric> {
    let queued = || selection.requests().filter(|chat| chat.queued);
    let of = |outcome| selection.count(queued().filter(move |chat| chat.outcome == outcome));
    vec![
        Metric::new("queuedChatRequests", selection.count(queued())),
        Metric::new("chatsFromQueue", of(Outcome::Chatted)),
        Metric::new("switchedToMessages", of(Outcome::SwitchedToMessage)),
        Metric::new("abandonedChats", of(Outcome::Abandoned)),
        Metric::new("refusedChats", of(Outcome::Refused)),
        // The API has this spelling.
        Metric::new("maxQueueSize", selection.greatest(longest_queue)).named("avgMmaxQueueSize"),
    ]
}

/// Returns the greatest number of visitors that waited at the same time.
fn longest_queue(selection: &Selection<'_>) -> f64 {
    let queued = selection.requests().filter(|chat| chat.queued);
    // At the same second, a visitor leaves before the next one arrives.
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

pub(crate) fn wait_time(selection: &Selection<'_>) -> Vec<Metric> {
    let greatest = |chosen: fn(&Chat) -> bool| {
        selection.greatest(|window| {
            let waits = window
                .requests()
                .filter(|chat| chosen(chat))
                .map(|chat| chat.waiting);
            seconds(waits.max().unwrap_or(0))
        })
    };
    let missed = |chat: &Chat| chat.outcome == Outcome::Missed;
    vec![
        Metric::new("avgWaitTime", mean_wait(selection.chats())).always(),
        Metric::new(
            "avgWaitTimeOfMissedChats",
            mean_wait(selection.requests().filter(|chat| missed(chat))),
        )
        .always(),
        Metric::new("maxWaitTime", greatest(Chat::is_chat)),
        Metric::new("maxWaitTimeOfMissedChats", greatest(missed)),
    ]
}

/// Returns the mean time of waiting, in seconds.
pub(crate) fn mean_wait<'a>(chats: impl Iterator<Item = &'a Chat>) -> f64 {
    let (count, total) = chats.fold((0_u32, 0), |(count, total), chat| {
        (count + 1, total + chat.waiting)
    });
    share(seconds(total), float(count))
}

/// Counts the transferred chats: by department those in and out, else all.
pub(crate) fn chat_transfer(selection: &Selection<'_>) -> Vec<Metric> {
    let moved = |chat: &&Chat| matches!(chat.transfer, Transfer::FromDepartment(_));
    let chats = Metric::new("chats", selection.count(selection.chats()));
    let department = selection.id_of(Dimension::Department);
    if let (Group::By(Dimension::Department), Some(own)) = (selection.group, department) {
        let left = selection.unfiltered_requests();
        let left = left.filter(|chat| chat.transfer == Transfer::FromDepartment(own));
        return vec![
            chats,
            Metric::new(
                "departmentTransferredInChats",
                selection.count(selection.chats().filter(moved)),
            ),
            Metric::new("departmentTransferredOutChats", selection.count(left)),
        ];
    }
    let handed_over = selection
        .chats()
        .filter(|chat| chat.transfer != Transfer::None);
    vec![
        chats,
        Metric::new("totalTransferredChats", selection.count(handed_over)),
        Metric::new(
            "departmentTransferredChats",
            selection.count(selection.chats().filter(moved)),
        ),
    ]
}
