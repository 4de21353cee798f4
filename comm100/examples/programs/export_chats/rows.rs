//! A chat as a line of JSON, or as a row of CSV.

use std::{fmt, path::Path};

use clap::ValueEnum;
use comm100::v1::{Chat, WireTime};
use serde::{Deserialize, Serialize};

use comm100_programs::Outcome;

/// The output format.
#[derive(Clone, Copy, Deserialize, PartialEq, Serialize, ValueEnum)]
pub(crate) enum Format {
    /// JSON Lines: one chat per line, all fields as the service sends them
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

const COLUMNS: [&str; 17] = [
    "id",
    "start_time",
    "end_time",
    "name",
    "email",
    "company",
    "phone",
    "product_service",
    "department",
    "operators",
    "waiting_seconds",
    "rating",
    "rating_comment",
    "operator_comment",
    "wrap_up_category",
    "wrap_up_comment",
    "transcript",
];

impl Format {
    /// Returns the format for the file's extension.
    pub(crate) fn of(path: &Path) -> Self {
        match path.extension() {
            Some(ending) if ending.eq_ignore_ascii_case("csv") => Self::Csv,
            _ => Self::Jsonl,
        }
    }

    /// Encodes the lines of some chats, after the header if they are the first.
    pub(crate) fn encode(self, chats: &[Chat], is_first: bool) -> Outcome<Vec<u8>> {
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
                    rows.write_record(COLUMNS)?;
                }
                for chat in chats {
                    rows.write_record(cells(chat).map(plain))?;
                }
                Ok(rows.into_inner()?)
            }
        }
    }
}

fn cells(chat: &Chat) -> [String; COLUMNS.len()] {
    let wrap_up = chat.wrap_up.as_ref();
    let operators: Vec<&str> = chat
        .operators
        .iter()
        .map(|operator| operator.display_name.as_str())
        .collect();
    let waiting = chat.waiting_time.duration();
    // The service writes 0 for no rating.
    let rating = chat.rating.filter(|rating| *rating > 0);
    [
        chat.id.to_string(),
        time(chat.start_time),
        time(chat.end_time),
        chat.name.clone(),
        chat.email.clone(),
        chat.company.clone(),
        chat.phone.clone(),
        chat.product_service.clone().unwrap_or_default(),
        chat.department.clone().unwrap_or_default(),
        operators.join("; "),
        waiting.map_or_else(String::new, |waiting| waiting.as_secs().to_string()),
        rating.map_or_else(String::new, |rating| rating.to_string()),
        chat.rating_comment.clone().unwrap_or_default(),
        chat.operator_comment.clone().unwrap_or_default(),
        wrap_up
            .and_then(|wrap_up| wrap_up.category.clone())
            .unwrap_or_default(),
        wrap_up
            .and_then(|wrap_up| wrap_up.comment.clone())
            .unwrap_or_default(),
        chat.chat_transcript.clone(),
    ]
}

/// Marks a cell that begins like a formula as text with an apostrophe, since spreadsheets would run
/// what a visitor wrote.
fn plain(mut cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        cell.insert(0, '\'');
    }
    cell
}

fn time(time: WireTime) -> String {
    time.timestamp().to_string()
}
