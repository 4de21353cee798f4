//! The number of requests that an account may make a day.

use jiff::tz::Offset;

use crate::{clock::day_of, engine::error::Refusal};
use axum::http::StatusCode;

/// Counts the requests of the present day, UTC.
#[derive(Debug, Default)]
pub(crate) struct DailyLimit {
    limit: Option<u64>,
    day: i64,
    used: u64,
}

impl DailyLimit {
    pub(crate) fn new(limit: Option<u64>) -> Self {
        Self {
            limit,
            ..Self::default()
        }
    }

    /// Counts one request, or refuses it. A refused one does not count.
    pub(crate) fn count(&mut self, now: i64, as_server_error: bool) -> Result<(), Refusal> {
        let used = self.used(now);
        match self.limit {
            Some(limit) if used >= limit => Err(exceeded(limit, as_server_error)),
            _ => {
                self.used = used + 1;
                Ok(())
            }
        }
    }

    /// How many requests of today's were counted.
    pub(crate) fn used(&mut self, now: i64) -> u64 {
        let today = day_of(now, Offset::UTC);
        if self.day != today {
            self.day = today;
            self.used = 0;
        }
        self.used
    }
}

fn exceeded(limit: u64, as_server_error: bool) -> Refusal {
    let message =
        format!("The daily limit of {limit} requests is exceeded. It is reset at 00:00 UTC.");
    if as_server_error {
        let refusal = Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, message);
        Refusal {
            code: 500_010,
            ..refusal
        }
    } else {
        Refusal::forbidden(message)
    }
}
