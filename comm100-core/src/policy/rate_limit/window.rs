//! The grants of this process.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::policy::quota::RateLimit;

/// The times of the last grants, some of which may be ahead: their callers wait.
#[derive(Debug, Default)]
pub(crate) struct Window(Mutex<Grants>);

/// The grants, sorted by time.
#[derive(Debug, Default)]
struct Grants {
    all: VecDeque<Instant>,
    /// The grants whose callers gave up.
    free: VecDeque<Instant>,
}

impl Grants {
    /// Removes grants that are older than a window, and free grants that expired unused.
    fn expire(&mut self, window: Duration, now: Instant) {
        while let Some(&unused) = self.free.front()
            && unused < now
        {
            self.free.pop_front();
            if let Ok(index) = self.all.binary_search(&unused) {
                self.all.remove(index);
            }
        }
        while (self.all.front()).is_some_and(|&first| first + window <= now) {
            self.all.pop_front();
        }
    }
}

impl Window {
    /// Reserves the next turn if it is not further ahead than `longest`, and returns its time.
    ///
    /// Turns follow each other in the order in which they are requested, since
    /// every turn is measured from an earlier one. A turn that was given back goes to the next caller.
    pub(crate) fn reserve(
        &self,
        limit: RateLimit,
        now: Instant,
        longest: Duration,
    ) -> Result<Instant, Duration> {
        let window = limit.window();
        let grants = &mut *self.grants();
        grants.expire(window, now);
        let most = usize::try_from(limit.requests).unwrap_or(usize::MAX);
        let all = &grants.all;
        let earlier = all.len().checked_sub(most).and_then(|index| all.get(index));
        let next = earlier.map_or(now, |&earlier| (earlier + window).max(now));
        let last = all.back().map_or(next, |&last| next.max(last));
        let turn = *grants.free.front().unwrap_or(&last);
        if turn - now > longest {
            return Err(turn - now);
        }
        if grants.free.pop_front().is_none() {
            grants.all.push_back(turn);
        }
        Ok(turn)
    }

    /// Takes back a turn that its caller does not use.
    pub(super) fn give_back(&self, turn: Instant) {
        let grants = &mut *self.grants();
        let index = grants.free.partition_point(|&other| other < turn);
        grants.free.insert(index, turn);
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
        let wait = |at: u64| {
            let now = start + seconds(at);
            window.reserve(LIMIT, now, LONG).expect("a turn") - now
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
            assert_eq!(window.reserve(LIMIT, start, LONG), Ok(start));
        }
        let length = LIMIT.window();
        for _ in 0..2 {
            let turn = window.reserve(LIMIT, start, length.saturating_sub(Duration::from_nanos(1)));
            assert_eq!(turn, Err(length));
        }
        assert_eq!(window.reserve(LIMIT, start, length), Ok(start + length));
        assert_eq!(
            window.reserve(LIMIT, start + length, Duration::ZERO),
            Ok(start + length)
        );
    }

    #[test]
    fn turns_that_are_returned_are_taken_or_forgotten() {
        let window = Window::default();
        let start = Instant::now();
        let length = LIMIT.window();
        let reserve = |now| window.reserve(LIMIT, now, LONG).expect("a turn");
        for _ in 0..3 {
            reserve(start);
        }
        let later = [reserve(start), reserve(start), reserve(start)];
        assert_eq!(later, [start + length; 3]);
        // Turns at the same time are separate.
        window.give_back(later[0]);
        window.give_back(later[1]);
        let now = start + seconds(1);
        assert_eq!([reserve(now), reserve(now)], [start + length; 2]);
        let last = reserve(now);
        assert_eq!(last, start + length * 2);
        // The earliest is taken first, whichever came back first.
        for order in [[later[0], last], [last, later[0]]] {
            for turn in order {
                window.give_back(turn);
            }
            assert_eq!([reserve(now), reserve(now)], [later[0], last]);
        }
        // A turn that expires unused does not count.
        for turn in later {
            window.give_back(turn);
        }
        window.give_back(last);
        let now = start + length * 2 + seconds(1);
        assert_eq!([reserve(now), reserve(now), reserve(now)], [now; 3]);
    }
}
