//! A watch over all that a test program logs, traces or panics with: where a
//! secret shows up, the program ends.

use std::fmt::{self, Debug, Write as _};
use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};

use log::{LevelFilter, Log, Metadata, Record};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};

use crate::client;

struct Watch;

impl Log for Watch {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        check(
            "a log record",
            &format!("{} {}", record.target(), record.args()),
        );
    }

    fn flush(&self) {}
}

/// Watches spans and events; it keeps nothing of them.
struct Spans(AtomicU64);

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // Writing to a string does not fail.
        let _ = write!(self.0, " {field}={value:?}");
    }
}

fn check_fields(place: &str, record: impl FnOnce(&mut Text)) {
    let mut text = Text(String::new());
    record(&mut text);
    check(place, &text.0);
}

impl Subscriber for Spans {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        check_fields("a span", |text| attributes.record(text));
        Id::from_u64(self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn record(&self, _: &Id, values: &tracing::span::Record<'_>) {
        check_fields("a span", |text| values.record(text));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        check_fields("an event", |text| event.record(text));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl fmt::Debug for Spans {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Spans")
    }
}

/// Starts to record, once per program: every log record, span and event of every
/// library at every level, and every panic.
pub fn watch() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        // Another logger would be a test's own, which sees to it itself.
        if log::set_logger(&Watch).is_ok() {
            log::set_max_level(LevelFilter::Trace);
        }
        let _ = tracing::subscriber::set_global_default(Spans(AtomicU64::new(1)));
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            check("a panic", &info.to_string());
            before(info);
        }));
    });
}

/// Ends the program if a text shows a secret. A panic would not do: the task
/// that logs may be one whose end no test observes.
fn check(place: &str, text: &str) {
    let leaks = client::leaks(text);
    if !leaks.is_empty() {
        // Not `eprintln!`, whose text the test's capture would take along.
        let _ = writeln!(io::stderr(), "{place} shows {leaks:?}: {text}");
        std::process::exit(101);
    }
}
