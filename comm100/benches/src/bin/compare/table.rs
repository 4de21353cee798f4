//! The figures as a Markdown table.

use std::fmt::Write as _;

use crate::Row;
use crate::measure::Spread;

pub fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "| client | chat | departments | post | list of 50 | allocations + reallocations, bytes (chat) | CPU, 1 in flight | CPU, 64 in flight | requests/s, 64 in flight |\n\
         | --- | --: | --: | --: | --: | --: | --: | --: | --: |\n",
    );
    let first = &rows[0];
    for row in rows {
        let _ = write!(text, "| {} |", row.client.title);
        for (count, by) in row.instructions.iter().zip(first.instructions) {
            let _ = write!(text, " {} ({:.2}) |", grouped(*count), ratio(*count, by));
        }
        let [allocations, reallocations, bytes] = row.allocations;
        let _ = write!(
            text,
            " {allocations} + {reallocations}, {} |",
            grouped(bytes)
        );
        match &row.times {
            Some(times) => times.iter().for_each(|time| {
                let Spread { low, median, high } = time;
                let _ = write!(text, " {median:.2} ({low:.2} to {high:.2}) |");
            }),
            None => text.push_str(" | | |"),
        }
        text.push('\n');
    }
    text
}

pub fn ratio(count: u64, by: u64) -> f64 {
    count as f64 / by as f64
}

/// `1234567` as `1,234,567`.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
