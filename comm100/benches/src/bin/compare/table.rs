//! The figures as a Markdown table.

use std::fmt::Write as _;

use comm100_benches::format::{grouped, ratio};

use crate::Row;
use crate::measure::Spread;

pub fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "| client | chat | departments | post | list of 50 | allocations + reallocations, bytes (chat) | CPU time, 1 in flight | CPU time, 64 in flight | requests a second, 64 in flight |\n\
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
            Some(times) => {
                for time in [times.alone, times.many, times.rate] {
                    let Spread { low, median, high } = time;
                    let _ = write!(text, " {median:.2} ({low:.2} to {high:.2}) |");
                }
            }
            None => text.push_str(" | | |"),
        }
        text.push('\n');
    }
    text
}
