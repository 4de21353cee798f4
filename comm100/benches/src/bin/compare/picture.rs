//! The instructions as bars.

use std::fmt::Write as _;

use comm100_benches::workload::Kind;

use crate::Row;
use crate::table::ratio;

const LABEL: usize = 250;
const BAR: usize = 330;
const LINE: usize = 20;

pub fn svg(rows: &[Row]) -> String {
    let height = Kind::ALL.len() * ((rows.len() + 2) * LINE) + 30;
    let width = LABEL + BAR + 90;
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <title>Instructions a request, by hand with reqwest being 1</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n"
    );
    let mut top = 10;
    for (index, kind) in Kind::ALL.into_iter().enumerate() {
        let _ = writeln!(
            text,
            "<text x=\"10\" y=\"{}\" font-weight=\"bold\" fill=\"#222222\">{}: instructions a request</text>",
            top + 14,
            kind.name()
        );
        top += LINE;
        let most = rows.iter().map(|row| row.instructions[index]).max();
        let most = most.unwrap_or(1).max(1);
        for row in rows {
            let count = row.instructions[index];
            let length = (BAR as f64 * ratio(count, most)).round() as usize;
            let ours = row.client.name.starts_with("comm100");
            let color = if ours { "#1565c0" } else { "#b0bec5" };
            let _ = writeln!(
                text,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#222222\">{}</text>\
                 <rect x=\"{LABEL}\" y=\"{}\" width=\"{length}\" height=\"14\" fill=\"{color}\"/>\
                 <text x=\"{}\" y=\"{}\" fill=\"#222222\">{:.2}</text>",
                LABEL - 8,
                top + 12,
                row.client.title.replace(['*', '`'], ""),
                top + 1,
                LABEL + length + 6,
                top + 12,
                ratio(count, rows[0].instructions[index]),
            );
            top += LINE;
        }
        top += LINE;
    }
    text.push_str("</svg>\n");
    text
}
