//! A month as a table for terminals.

use std::fmt;

use crate::month::{Day, Month};

/// Displays the month, one day per line, and the total.
pub(crate) struct Table<'a>(pub(crate) &'a Month);

const RULE: &str = "------- -------- ------ ------ ------- ------ ----- ------";

impl fmt::Display for Table<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(month) = self;
        writeln!(formatter, "Chats of {}\n", month.name())?;
        writeln!(
            formatter,
            "{:7} {:>8} {:>6} {:>6} {:>7} {:>6} {:>5} {:>6}",
            "day", "requests", "chats", "missed", "refused", "queued", "rated", "rating",
        )?;
        writeln!(formatter, "{RULE}")?;
        for (date, day) in month.dated() {
            line(formatter, &date.strftime("%a %d").to_string(), day)?;
        }
        writeln!(formatter, "{RULE}")?;
        line(formatter, "total", &month.total())?;
        writeln!(
            formatter,
            "\nqueued: left the queue before an agent accepted the chat"
        )
    }
}

fn line(formatter: &mut fmt::Formatter<'_>, name: &str, day: &Day) -> fmt::Result {
    let rating = day.mean_rating();
    writeln!(
        formatter,
        "{name:7} {:>8} {:>6} {:>6} {:>7} {:>6} {:>5} {:>6}",
        day.volume.chat_requests,
        day.volume.chats,
        day.volume.missed_chats,
        day.volume.refused_chats,
        day.left_the_queue(),
        day.rated(),
        rating.map_or_else(|| "-".to_owned(), |rating| format!("{rating:.2}")),
    )
}
