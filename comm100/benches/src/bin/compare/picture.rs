//! The instructions as bars: a line a client, a column a request. It has a
//! its own background, so that it can be read on light and dark pages.

use std::fmt::Write as _;

use comm100_benches::format::ratio;
use comm100_benches::workload::Kind;

use crate::{PARSER, Row};

const LABELS: f64 = 290.0;
const COLUMN: f64 = 156.0;
/// The width of a column's bars; the figure follows the bar.
const BARS: f64 = 112.0;
const LINE: f64 = 24.0;
const HEAD: f64 = 74.0;
const WIDTH: f64 = LABELS + 4.0 * COLUMN + 10.0;

const TEXT: &str = "#1f2328";
const FAINT: &str = "#59636e";
const OURS: &str = "#1565c0";
const OTHERS: &str = "#aab7c4";

/// No line of it is empty: an empty line would end it inside of Markdown.
pub fn svg(rows: &[Row]) -> String {
    let by = rows[0].instructions;
    let rows: Vec<&Row> = rows
        .iter()
        .filter(|row| row.client.name != PARSER)
        .collect();
    let height = HEAD + rows.len() as f64 * LINE + 14.0;
    let most = rows
        .iter()
        .flat_map(|row| row.instructions.iter().zip(by))
        .map(|(count, by)| ratio(*count, by))
        .fold(1.0, f64::max);
    let scale = BARS / most;

    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n\
         <title>Instructions per request, relative to reqwest by hand</title>\n\
         <rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"#ffffff\" stroke=\"#d1d9e0\"/>\n\
         <text x=\"16\" y=\"26\" font-size=\"15\" font-weight=\"bold\" fill=\"{TEXT}\">Instructions per request, relative to reqwest by hand (shorter is better)</text>\n",
        WIDTH - 1.0,
        height - 1.0,
    );
    for (column, kind) in Kind::ALL.into_iter().enumerate() {
        let left = LABELS + column as f64 * COLUMN;
        let one = left + scale;
        let _ = writeln!(
            text,
            "<text x=\"{left}\" y=\"54\" font-weight=\"bold\" fill=\"{TEXT}\">{}</text>\n\
             <line x1=\"{one:.1}\" y1=\"{}\" x2=\"{one:.1}\" y2=\"{}\" stroke=\"{FAINT}\" stroke-dasharray=\"2 3\"/>",
            head(kind),
            HEAD - 8.0,
            height - 12.0,
        );
    }
    for (line, row) in rows.iter().enumerate() {
        let top = HEAD + line as f64 * LINE;
        let ours = row.client.name.starts_with("comm100");
        let (color, weight) = if ours {
            (OURS, "bold")
        } else {
            (OTHERS, "normal")
        };
        let _ = writeln!(
            text,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" font-weight=\"{weight}\" fill=\"{TEXT}\">{}</text>",
            LABELS - 10.0,
            top + 13.0,
            row.client.title.replace(['*', '`'], ""),
        );
        for (column, (count, by)) in row.instructions.iter().zip(by).enumerate() {
            let left = LABELS + column as f64 * COLUMN;
            let ratio = ratio(*count, by);
            let length = ratio * scale;
            let _ = writeln!(
                text,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{length:.1}\" height=\"17\" rx=\"2\" fill=\"{color}\"/>\n\
                 <text x=\"{:.1}\" y=\"{}\" font-weight=\"{weight}\" fill=\"{TEXT}\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">{ratio:.2}</text>",
                left + length + 5.0,
                top + 13.0,
            );
        }
    }
    text.push_str("</svg>\n");
    text
}

fn head(kind: Kind) -> &'static str {
    match kind {
        Kind::Chat => "a chat, 1 KB",
        Kind::Departments => "3 departments",
        Kind::Post => "post, a form",
        Kind::List => "50 chats, 57 KB",
    }
}
