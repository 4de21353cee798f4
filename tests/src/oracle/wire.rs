//! The service's own forms are read without a panic, and written as they were read.

use comm100::v1::{ChatVolumeMetrics, ReportRow, WireTime};

/// A `/Date(N)/` is written as it was read, and its time is never out of range.
///
/// # Panics
///
/// If that does not hold.
pub fn wire_time(text: &str) {
    let Ok(time) = text.parse::<WireTime>() else {
        return;
    };
    let written = time.to_string();
    assert_eq!(written.parse::<WireTime>().as_ref(), Ok(&time), "{text:?}");
    // Leading zeros and `-0` are the only other ways to write a number.
    let number = text.trim_start_matches("/Date(").trim_start_matches('-');
    if !number.starts_with('0') {
        assert_eq!(written, text);
    }
    let _ = (time.timestamp(), time.offset());
    let json = serde_json::to_string(&time).expect("a string");
    let read: WireTime = serde_json::from_str(&json).expect("what was written");
    assert_eq!(read, time);
}

/// A row of a report is written as it was read, but for the last digit of a
/// number: `serde_json` reads that in haste.
///
/// # Panics
///
/// If that does not hold.
pub fn report_row(body: &[u8]) {
    let Ok(row) = serde_json::from_slice::<ReportRow<ChatVolumeMetrics>>(body) else {
        return;
    };
    let written = serde_json::to_vec(&row).expect("a row");
    let read: ReportRow<ChatVolumeMetrics> =
        serde_json::from_slice(&written).expect("what was written");
    assert_eq!(read.key, row.key);
    assert_eq!(read.is_average(), row.is_average());
    for (before, after) in metrics(&row).into_iter().zip(metrics(&read)) {
        let close = (before - after).abs() <= before.abs() * 1e-14;
        assert!(close, "{before} became {after}");
    }
}

fn metrics(row: &ReportRow<ChatVolumeMetrics>) -> [f64; 4] {
    let metrics = &row.metrics;
    [
        metrics.chat_requests,
        metrics.chats,
        metrics.missed_chats,
        metrics.refused_chats,
    ]
}
