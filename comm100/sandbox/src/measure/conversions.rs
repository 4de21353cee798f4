//! Conversions, those marked through the API too.

use std::collections::BTreeSet;

use super::{
    metric::{Metric, float},
    selection::Selection,
};

pub(crate) fn conversions(selection: &Selection<'_>) -> Vec<Metric> {
    let chatted: BTreeSet<usize> = selection.chats().map(|chat| chat.visitor).collect();
    let converted: BTreeSet<usize> = selection
        .converted()
        .map(|converted| converted.visitor)
        .collect();
    vec![
        Metric::new("conversions", selection.count(selection.converted())),
        Metric::new("chats", selection.count(selection.chats())),
        Metric::new("chattedVisitors", float(chatted.len())),
        Metric::new("convertedVisitors", float(converted.len())),
        Metric::new(
            "convertedChattedVisitors",
            float(converted.intersection(&chatted).count()),
        ),
        Metric::new(
            "value",
            selection.converted().map(|converted| converted.value).sum(),
        ),
    ]
}
