//! Text from outside on one line, capped, for logs.

use std::fmt::{self, Write as _};

/// More of a message than this is of no use in a log line.
const CAP: usize = 300;

/// Displays text with spaces in place of whatever would mislead the reader of a log.
pub(super) struct OneLine<'a>(pub(super) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, character) in self.0.chars().enumerate() {
            if index == CAP {
                return formatter.write_str("...");
            }
            formatter.write_char(if misleads(character) { ' ' } else { character })?;
        }
        Ok(())
    }
}

/// Returns true for control characters, line separators, direction marks and what has no width.
fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
        )
}
