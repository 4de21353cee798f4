//! The grants of this process.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::policy::quota::{RateLimit, Turn};

/// The times of the last grants, some of which may be ahead: their callers wait.
#[derive(Debug, Default)]
pub(super) struct Window(Mutex<Grants>);

#[derive(Debug, Default)]
struct Grants {
    /// In their order.
    times: VecDeque<Instant>,
    /// Those of callers that gave up, for others.
    free: BTreeSet<Instant>,
}

impl Window {
    /// Reserves the next turn if it is not further ahead than `longest`.
    ///
    /// Turns follow each other in the order in which they are asked for, since
    /// every turn is measured from an earlier one. A turn that was given back goes to the next caller.
    pub(super) fn reserve(&self, limit: RateLimit, now: Instant, longest: Duration) -> Turn {
        let window = limit.window();
        let grants = &mut *self.grants();
        while (grants.times.front()).is_some_and(|&first| first + window <= now) {
            grants.times.pop_front();
        }
        // Those of the past are lost.
        grants.free = grants.free.split_off(&now);
        if let Some(&first) = grants.free.first() {
            let wait = first - now;
            if wait > longest {
                return Turn::Refused(wait);
            }
            grants.free.pop_first();
            return Turn::After(wait);
        }
        let grants = &mut grants.times;
        let most = usize::try_from(limit.requests).unwrap_or(usize::MAX);
        let earliest = grants
            .len()
            .checked_sub(most)
            .and_then(|index| grants.get(index))
            .map_or(now, |&earlier| earlier + window);
        let wait = earliest - now;
        if wait > longest {
            return Turn::Refused(wait);
        }
        grants.push_back(earliest);
        Turn::After(wait)
    }

    /// Takes back a turn that its caller does not wait for.
    pub(super) fn give_back(&self, turn: Instant) {
        self.grants().free.insert(turn);
    }

    fn grants(&self) -> MutexGuard<'_, Grants> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: RateLimit = RateLimit::new(3, Duration::from_secs(10));
    const LONG: Duration = Duration::from_secs(1000);

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_turn_is_a_window_behind_the_one_that_is_requests_earlier() {
        let window = Window::default();
        let start = Instant::now();
        let wait = |at: u64| match window.reserve(LIMIT, start + seconds(at), LONG) {
            Turn::After(wait) => wait,
            other => panic!("{other:?}"),
        };
        let length = LIMIT.window();
        assert_eq!([wait(0), wait(0), wait(4)], [Duration::ZERO; 3]);
        assert_eq!(wait(4), length.saturating_sub(seconds(4)));
        assert_eq!(wait(5), length.saturating_sub(seconds(5)));
        assert_eq!(wait(6), length.saturating_sub(seconds(2)));
        assert_eq!(wait(7), (length * 2).saturating_sub(seconds(7)));
        assert_eq!(wait(60), Duration::ZERO);
    }

    #[test]
    fn a_turn_that_is_too_far_ahead_is_not_reserved() {
        let window = Window::default();
        let start = Instant::now();
        for _ in 0..3 {
            assert_eq!(
                window.reserve(LIMIT, start, LONG),
                Turn::After(Duration::ZERO)
            );
        }
        let length = LIMIT.window();
        for _ in 0..2 {
            let turn = window.reserve(LIMIT, start, length.saturating_sub(Duration::from_nanos(1)));
            assert_eq!(turn, Turn::Refused(length));
        }
        assert_eq!(window.reserve(LIMIT, start, length), Turn::After(length));
        assert_eq!(
            window.reserve(LIMIT, start + length, Duration::ZERO),
            Turn::After(Duration::ZERO)
        );
    }
}
