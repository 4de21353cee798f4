//! The progress bar on stderr; nothing where that is no terminal.

use std::fmt::Write;

use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use jiff::civil::Date;

/// The bar takes what room the rest leaves.
const TEMPLATE: &str = "{msg} [{wide_bar}] {pos}/{len} chats, {rate}, {eta} left";

pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// The rate and the time left are of this run, whatever was done before it.
    pub(crate) fn new(total: u64, done: u64) -> Self {
        let style = ProgressStyle::with_template(TEMPLATE)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .with_key("rate", |state: &ProgressState, text: &mut dyn Write| {
                // A bar that cannot be drawn is no reason to stop.
                let _ = write!(text, "{:.0}/s", state.per_sec());
            })
            .progress_chars("=> ");
        let bar = ProgressBar::new(total)
            .with_style(style)
            .with_position(done);
        bar.reset_eta();
        Self(bar)
    }

    pub(crate) fn day(&self, day: Date) {
        self.0.set_message(day.to_string());
    }

    /// So many chats are in the output.
    pub(crate) fn chats(&self, chats: u64) {
        // Today's may have become more.
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
