//! Times, languages and transcripts as events write them.

use jiff::tz::Offset;

use crate::{
    account::{account::Account, entity::chat::Chat, topics},
    clock::local,
};

/// The character that ends each line of a transcript.
const LINE_END: char = '\u{2299}';

/// Writes a time as `/Date(N)/`, in milliseconds.
pub(super) fn date(seconds: i64) -> String {
    format!("/Date({})/", seconds * 1000)
}

/// Writes `en_us` as `en-US`.
pub(super) fn language(name: &str) -> String {
    match name.split_once('_') {
        Some((language, region)) => format!("{language}-{}", region.to_ascii_uppercase()),
        None => name.to_owned(),
    }
}

/// Returns the transcript of a chat. Lines of the system have no time at their start.
pub(super) fn transcript(account: &Account, chat: &Chat) -> String {
    let mut transcript = String::new();
    if let Some(agent) = account.agents_of(chat).next() {
        transcript = format!("{} joins.{LINE_END}", agent.display_name);
    }
    for line in topics::transcript(account, chat).lines() {
        transcript.push_str(line);
        transcript.push(LINE_END);
    }
    let end = local(chat.end, Offset::UTC).time();
    transcript + &format!("Chat closed.({end}){LINE_END}")
}
