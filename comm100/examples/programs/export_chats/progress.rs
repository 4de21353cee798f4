//! A progress bar on stderr, hidden if stderr is not a terminal.

use std::{fmt::Write, time::Duration};

use indicatif::{HumanDuration, ProgressBar, ProgressState, ProgressStyle};
use jiff::civil::Date;

/// The bar fills the rest of the line.
const TEMPLATE: &str = "{msg} [{wide_bar}] {pos}/{len} chats, {rate}, {left} left";

pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// The rate and the time left only count chats of this run, not the `done` ones before it.
    pub(crate) fn new(total: u64, done: u64) -> Self {
        let style = ProgressStyle::with_template(TEMPLATE)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .with_key(
                "rate",
                move |state: &ProgressState, text: &mut dyn Write| {
                    // An export does not fail because its progress bar cannot be drawn.
                    let _ = write!(text, "{:.0}/s", rate(state, done));
                },
            )
            .with_key(
                "left",
                move |state: &ProgressState, text: &mut dyn Write| {
                    let _ = match time_left(state, done) {
                        Some(time) => write!(text, "{:#}", HumanDuration(time)),
                        None => text.write_char('-'),
                    };
                },
            )
            .progress_chars("=> ");
        let bar = ProgressBar::new(total)
            .with_style(style)
            .with_position(done);
        Self(bar)
    }

    pub(crate) fn day(&self, day: Date) {
        self.0.set_message(day.to_string());
    }

    /// Sets the number of chats in the output.
    pub(crate) fn chats(&self, chats: u64) {
        // Chats of today may have been added.
        if self.0.length().is_some_and(|length| length < chats) {
            self.0.set_length(chats);
        }
        self.0.set_position(chats);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Returns the chats per second of this run. The bar's own rate would include those before it.
#[expect(clippy::cast_precision_loss, reason = "shown without a fraction")]
fn rate(state: &ProgressState, done: u64) -> f64 {
    let chats = state.pos().saturating_sub(done) as f64;
    chats / state.elapsed().as_secs_f64().max(0.001)
}

#[expect(clippy::cast_precision_loss, reason = "shown in whole seconds")]
fn time_left(state: &ProgressState, done: u64) -> Option<Duration> {
    let chats = state.len()?.saturating_sub(state.pos()) as f64;
    Duration::try_from_secs_f64(chats / rate(state, done)).ok()
}
