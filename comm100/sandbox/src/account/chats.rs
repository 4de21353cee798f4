//! The history of chats: searching it, and details that a chat's seed decides.

use std::ops::Range;

use super::{account::Account, entity::chat::Chat, rejection::Rejection, topics};
use crate::random::Random;

/// A search for chats; `None` means any.
#[derive(Debug, Default)]
pub(crate) struct ChatQuery<'a> {
    pub(crate) time: Option<Range<i64>>,
    pub(crate) keyword: Option<&'a str>,
    pub(crate) department: Option<u64>,
    /// An agent that took part.
    pub(crate) agent: Option<u64>,
    pub(crate) rating: Option<u64>,
}

/// Returns the chats that match, the newest first.
pub(crate) fn search<'a>(account: &'a Account, query: &ChatQuery<'_>) -> Vec<&'a Chat> {
    account
        .chats
        .iter()
        .rev()
        .filter(|chat| chat.is_chat())
        .filter(|chat| {
            query
                .time
                .as_ref()
                .is_none_or(|time| time.contains(&chat.start))
        })
        .filter(|chat| {
            query
                .department
                .is_none_or(|id| chat.department == Some(id))
        })
        .filter(|chat| query.agent.is_none_or(|id| chat.agents.contains(&id)))
        .filter(|chat| query.rating.is_none_or(|rating| chat.rating == rating))
        .filter(|chat| {
            query
                .keyword
                .is_none_or(|keyword| mentions(account, chat, keyword))
        })
        .collect()
}

pub(crate) fn find<'a>(account: &'a Account, id: &str) -> Result<&'a Chat, Rejection> {
    account
        .chats
        .iter()
        .find(|chat| chat.is_chat() && chat.id == id)
        .ok_or_else(|| Rejection::NotFound(format!("The chat {id} does not exist.")))
}

fn mentions(account: &Account, chat: &Chat, keyword: &str) -> bool {
    let transcript = topics::transcript(account, chat);
    match account.visitors.get(chat.visitor) {
        Some(visitor) => contains(
            &[
                &visitor.name,
                &visitor.email,
                visitor.company,
                &visitor.phone,
                &transcript,
            ],
            keyword,
        ),
        None => contains(&[&transcript], keyword),
    }
}

/// Returns true if one of the texts contains the keyword, ignoring case.
pub(crate) fn contains(texts: &[&str], keyword: &str) -> bool {
    let keyword = keyword.to_lowercase();
    texts
        .iter()
        .any(|text| text.to_lowercase().contains(&keyword))
}

/// Returns the comments of a chat: the visitor's on the rating, and the agent's.
pub(crate) fn comments(chat: &Chat) -> [Option<&'static str>; 2] {
    let mut random = Random::of(chat.seed, 32);
    let of_rating = match chat.rating {
        4 | 5 => Some("Quick and friendly."),
        1 | 2 => Some("It took too long."),
        _ => None,
    };
    [
        of_rating.filter(|_| random.chance(40)),
        Some("Please call back on Monday.").filter(|_| random.chance(10)),
    ]
}

/// Returns the comment of a chat's wrap-up.
pub(crate) fn wrap_up_comment(chat: &Chat) -> Option<&'static str> {
    Random::of(chat.seed, 33)
        .chance(30)
        .then_some("Solved in the chat.")
}

/// Returns the files of a chat or a message, name and URL: most have none.
pub(crate) fn attachments(seed: u64, purpose: u64) -> Vec<(&'static str, String)> {
    let mut random = Random::of(seed, purpose);
    let count = match random.below(12) {
        0 => 2,
        1 => 1,
        _ => 0,
    };
    (0..count)
        .map(|_| {
            let name = random.pick(&["screenshot.png", "order 2.pdf", "Überweisung.pdf"]);
            let url = format!("https://files.example.com/{}/{name}", random.uuid());
            (name, url.replace(' ', "%20"))
        })
        .collect()
}
