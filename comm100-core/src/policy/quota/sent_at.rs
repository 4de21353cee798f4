//! A counted attempt, or the reason why there is none.

use jiff::Timestamp;

use super::count::Taken;
use super::day::{Day, LocalTime};
use crate::error::BoxError;

/// A counted attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SentAt {
    pub(super) local: LocalTime,
    pub(super) day: Day,
    probe: bool,
}

/// The reason why an attempt must not be sent.
#[derive(Debug)]
pub(crate) enum QuotaError {
    /// This client and those that share its store sent as many requests as the user allows.
    LimitReached { resets_at: Timestamp },
    /// The service refuses the day.
    Exhausted { resets_at: Timestamp },
    /// The store does not respond.
    Unavailable(BoxError),
}

impl SentAt {
    pub(super) fn new(local: LocalTime, day: Day) -> Self {
        Self {
            local,
            day,
            probe: false,
        }
    }

    /// Returns true for the request that tests whether the day is still refused.
    pub(crate) fn is_probe(self) -> bool {
        self.probe
    }

    pub(super) fn with(self, taken: Taken) -> Result<Self, QuotaError> {
        match taken {
            Taken::Counted => Ok(self),
            Taken::Probe => Ok(Self {
                probe: true,
                ..self
            }),
            Taken::LimitReached => Err(QuotaError::LimitReached {
                resets_at: self.day.end(),
            }),
            Taken::Exhausted => Err(QuotaError::Exhausted {
                resets_at: self.day.end(),
            }),
        }
    }
}
