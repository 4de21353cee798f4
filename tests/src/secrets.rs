//! A watch over all that a test program logs or panics with: where a secret
//! shows up, the program ends.

use std::panic::{self, PanicHookInfo};
use std::sync::Once;

use log::{LevelFilter, Log, Metadata, Record};

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

/// Begins to watch, once a program: every log record of every library at every
/// level, and every panic.
pub fn watch() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        // Another logger would be a test's own, which sees to it itself.
        if log::set_logger(&Watch).is_ok() {
            log::set_max_level(LevelFilter::Trace);
        }
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            check("a panic", &info.to_string());
            before(info);
        }));
    });
}

/// Ends the program if a text shows a secret. A panic would not do: the task
/// that logs may be one whose end nobody sees.
fn check(place: &str, text: &str) {
    let leaks = client::leaks(text);
    if !leaks.is_empty() {
        eprintln!("{place} shows {leaks:?}: {text}");
        std::process::exit(101);
    }
}
