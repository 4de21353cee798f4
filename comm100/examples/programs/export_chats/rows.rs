//! A chat as a line of JSON, or as a row of CSV.

use std::{fmt, path::Path};

use clap::ValueEnum;
use comm100::v1::ChatId;
use serde::{Deserialize, Serialize};

use comm100_programs::Outcome;

/// The output format.
#[derive(Clone, Copy, Deserialize, PartialEq, Serialize, ValueEnum)]
pub(crate) enum Format {
    /// JSON Lines: one chat per line, all documented fields
    Jsonl,
    /// CSV: one chat per row, times in UTC, without custom fields and attachments; a cell that a
    /// spreadsheet would read as a formula starts with an apostrophe
    Csv,
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
        })
    }
}

/// A chat that can be exported.
pub(crate) trait Row: Serialize {
    const COLUMNS: &'static [&'static str];

    fn cells(&self) -> Vec<String>;

    fn id(&self) -> &ChatId;

    /// The rating, from 1 to 5, if there is one.
    fn rating(&self) -> Option<u32>;
}

impl Format {
    /// Returns the format for the file's extension.
    pub(crate) fn of(path: &Path) -> Self {
        match path.extension() {
            Some(ending) if ending.eq_ignore_ascii_case("csv") => Self::Csv,
            _ => Self::Jsonl,
        }
    }

    /// Encodes the lines of some chats, after the header if they are the first.
    pub(crate) fn encode<R: Row>(self, chats: &[R], is_first: bool) -> Outcome<Vec<u8>> {
        match self {
            Self::Jsonl => {
                let mut lines = Vec::new();
                for chat in chats {
                    serde_json::to_writer(&mut lines, chat)?;
                    lines.push(b'\n');
                }
                Ok(lines)
            }
            Self::Csv => {
                let mut rows = csv::Writer::from_writer(Vec::new());
                if is_first {
                    rows.write_record(R::COLUMNS)?;
                }
                for chat in chats {
                    rows.write_record(chat.cells().into_iter().map(plain))?;
                }
                Ok(rows.into_inner()?)
            }
        }
    }
}

/// Marks a cell that begins like a formula as text with an apostrophe, since spreadsheets would run
/// what a visitor wrote.
fn plain(mut cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        cell.insert(0, '\'');
    }
    cell
}
