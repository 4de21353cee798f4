//! The number of requests that an account may send per day.

use jiff::tz::Offset;

use crate::clock::day_of;

/// Counts the requests of the present day, UTC.
#[derive(Debug, Default)]
pub(crate) struct DailyLimit {
    limit: Option<u64>,
    day: i64,
    used: u64,
}

/// The limit is reached; it is the number of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exceeded(pub(crate) u64);

impl DailyLimit {
    pub(crate) fn new(limit: Option<u64>) -> Self {
        Self {
            limit,
            ..Self::default()
        }
    }

    /// Counts one request, unless the limit is reached.
    pub(crate) fn count(&mut self, now: i64) -> Result<(), Exceeded> {
        let used = self.used(now);
        match self.limit {
            Some(limit) if used >= limit => Err(Exceeded(limit)),
            _ => {
                self.used = used + 1;
                Ok(())
            }
        }
    }

    /// Returns the number of requests counted today.
    pub(crate) fn used(&mut self, now: i64) -> u64 {
        let today = day_of(now, Offset::UTC);
        if self.day != today {
            self.day = today;
            self.used = 0;
        }
        self.used
    }
}
