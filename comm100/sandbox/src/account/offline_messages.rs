//! Offline messages: searching them, and their text.

use std::ops::Range;

use super::{
    account::Account, chats::contains, entity::chat::OfflineMessage, rejection::Rejection, topics,
};

/// A search for offline messages; `None` means any.
#[derive(Debug, Default)]
pub(crate) struct OfflineMessageQuery<'a> {
    pub(crate) time: Option<Range<i64>>,
    pub(crate) keyword: Option<&'a str>,
    pub(crate) department: Option<u64>,
}

/// Returns the messages that match, the newest first.
pub(crate) fn search<'a>(
    account: &'a Account,
    query: &OfflineMessageQuery<'_>,
) -> Vec<&'a OfflineMessage> {
    account
        .offline_messages
        .iter()
        .rev()
        .filter(|message| {
            query
                .time
                .as_ref()
                .is_none_or(|time| time.contains(&message.time))
        })
        .filter(|message| {
            query
                .department
                .is_none_or(|id| message.department == Some(id))
        })
        .filter(|message| {
            query
                .keyword
                .is_none_or(|keyword| mentions(account, message, keyword))
        })
        .collect()
}

pub(crate) fn find<'a>(account: &'a Account, id: &str) -> Result<&'a OfflineMessage, Rejection> {
    account
        .offline_messages
        .iter()
        .find(|message| message.id == id)
        .ok_or_else(|| Rejection::NotFound(format!("The offline message {id} does not exist.")))
}

pub(crate) fn subject(message: &OfflineMessage) -> &'static str {
    topics::topic(message.seed).subject
}

pub(crate) fn content(message: &OfflineMessage) -> String {
    let topic = topics::topic(message.seed);
    format!("Hello,\n{}\nKind regards", topic.question)
}

fn mentions(account: &Account, message: &OfflineMessage, keyword: &str) -> bool {
    let content = content(message);
    match account.visitors.get(message.visitor) {
        Some(visitor) => contains(
            &[
                &visitor.name,
                &visitor.email,
                visitor.company,
                &visitor.phone,
                subject(message),
                &content,
            ],
            keyword,
        ),
        None => contains(&[subject(message), &content], keyword),
    }
}
