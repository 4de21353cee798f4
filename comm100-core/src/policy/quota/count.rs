//! The count of this process: one atomic step per request.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::day::{Day, LocalTime};
use super::store::QuotaRequest;

const EXHAUSTED: u64 = 1 << 39;
const COUNT: u64 = EXHAUSTED - 1;
/// The number of other days whose counts are kept.
const OTHER_DAYS: usize = 16;

/// The counts of today and of some other days: around midnight requests of two
/// days are in flight, and a wrong clock may jump to any day and back.
///
/// A word holds a day (24 bits), whether the service refuses the day (1 bit),
/// and the number of requests (39 bits).
#[derive(Debug, Default)]
pub(crate) struct Count {
    current: AtomicU64,
    /// The words of other days, the most recent first.
    others: Mutex<Vec<u64>>,
    /// The local time of the service's last refusal, or of the last probe.
    probed: AtomicI64,
}

/// The outcome of counting a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Counted,
    /// Requests counted after the service refused the day.
    Probe,
    LimitReached,
    /// The service refuses the day.
    Exhausted,
}

impl Count {
    /// Counts one request unless the day is used up.
    pub(crate) fn take(&self, day: Day, limit: Option<u64>, now: LocalTime) -> Taken {
        let limit = limit.unwrap_or(COUNT).min(COUNT);
        let counted = self.change(day, |word| {
            (word & EXHAUSTED == 0 && word & COUNT < limit).then_some(word + 1)
        });
        if counted {
            Taken::Counted
        } else if !self.read(day).1 {
            Taken::LimitReached
        } else if self.probe(day, limit, now) {
            Taken::Probe
        } else {
            Taken::Exhausted
        }
    }

    /// Counts one request if the last probe is long enough ago.
    fn probe(&self, day: Day, limit: u64, now: LocalTime) -> bool {
        let last = self.probed.load(Ordering::Relaxed);
        // A clock that was set back does not hold up probes.
        let since = Duration::from_millis(now.milliseconds().abs_diff(last));
        since >= QuotaRequest::PROBE_INTERVAL
            && self
                .probed
                .compare_exchange(
                    last,
                    now.milliseconds(),
                    Ordering::Relaxed,
                    Ordering::Relaxed,
                )
                .is_ok()
            && self.change(day, |word| (word & COUNT < limit).then_some(word + 1))
    }

    /// Marks the day as used up.
    pub(crate) fn exhaust(&self, day: Day, now: LocalTime) {
        self.probed.store(now.milliseconds(), Ordering::Relaxed);
        self.change(day, |word| Some(word | EXHAUSTED));
    }

    /// Removes the mark.
    pub(crate) fn readmit(&self, day: Day) {
        self.change(day, |word| Some(word & !EXHAUSTED));
    }

    /// Raises the day's count to what a shared store counted.
    pub(crate) fn raise(&self, day: Day, used: u64) {
        let used = used.min(COUNT);
        self.change(day, |word| {
            (word & COUNT < used).then_some(word & !COUNT | used)
        });
    }

    /// Returns the day's requests, and whether the service refuses the day.
    pub(crate) fn read(&self, day: Day) -> (u64, bool) {
        let mut word = self.current.load(Ordering::Relaxed);
        if !is_of(word, day) {
            let others = self.others();
            // A swap happens under the lock.
            let current = self.current.load(Ordering::Relaxed);
            word = std::iter::once(&current)
                .chain(others.iter())
                .copied()
                .find(|&word| is_of(word, day))
                .unwrap_or(0);
        }
        (word & COUNT, word & EXHAUSTED != 0)
    }

    fn change(&self, day: Day, change: impl Fn(u64) -> Option<u64>) -> bool {
        let mut word = self.current.load(Ordering::Relaxed);
        loop {
            if !is_of(word, day) {
                word = self.make_current(day);
                continue;
            }
            let Some(next) = change(word) else {
                return false;
            };
            match self.current.compare_exchange_weak(
                word,
                next,
                Ordering::Relaxed,
                Ordering::Relaxed,
            ) {
                Ok(_) => return true,
                Err(now) => word = now,
            }
        }
    }

    /// Swaps the day's word for the current one, which is kept for a clock that
    /// jumps back.
    #[cold]
    fn make_current(&self, day: Day) -> u64 {
        let mut others = self.others();
        let mut current = self.current.load(Ordering::Relaxed);
        // Another thread may have been here first.
        if is_of(current, day) {
            return current;
        }
        let word = match others.iter().position(|&word| is_of(word, day)) {
            Some(at) => others.remove(at),
            None => mark(day),
        };
        while let Err(now) =
            self.current
                .compare_exchange_weak(current, word, Ordering::Relaxed, Ordering::Relaxed)
        {
            current = now;
        }
        others.insert(0, current);
        others.truncate(OTHER_DAYS);
        word
    }

    fn others(&self) -> MutexGuard<'_, Vec<u64>> {
        self.others.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns a word of this day without requests.
fn mark(day: Day) -> u64 {
    day.bits() << 40
}

fn is_of(word: u64, day: Day) -> bool {
    word >> 40 == day.bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Day {
        Day::of_milliseconds(number * 86_400_000)
    }

    const NOW: LocalTime = LocalTime::of_milliseconds(0);

    fn take(count: &Count, day: Day, limit: Option<u64>) -> bool {
        count.take(day, limit, NOW) == Taken::Counted
    }

    #[test]
    fn it_counts_up_to_the_limit_of_each_day() {
        let count = Count::default();
        for number in [20_000, 20_001, 20_002, 19_000] {
            let taken = (0..10)
                .filter(|_| take(&count, day(number), Some(7)))
                .count();
            assert_eq!(taken, 7);
            assert_eq!(count.read(day(number)), (7, false));
        }
    }

    #[test]
    fn a_step_back_over_midnight_finds_the_count_again() {
        let count = Count::default();
        assert!((0..5).all(|_| take(&count, day(7), Some(5))));
        assert!(take(&count, day(8), Some(5)));
        assert!(!take(&count, day(7), Some(5)));
        assert_eq!(count.read(day(8)), (1, false));
    }

    #[test]
    fn a_day_that_is_used_up_stays_so_and_the_next_is_not() {
        let count = Count::default();
        assert!(take(&count, day(7), None));
        count.exhaust(day(7), NOW);
        assert!(!take(&count, day(7), None));
        assert_eq!(count.read(day(7)), (1, true));
        assert!(take(&count, day(8), None));
    }

    #[test]
    fn a_limit_of_none_refuses_all() {
        assert!(!take(&Count::default(), day(7), Some(0)));
    }

    #[test]
    fn threads_never_pass_the_limit() {
        let count = Count::default();
        let taken: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        (0..1000)
                            .filter(|_| take(&count, day(7), Some(999)))
                            .count()
                    })
                })
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .sum()
        });
        assert_eq!(taken, 999);
    }

    #[test]
    fn a_probe_passes_after_its_interval_whichever_way_the_clock_went() {
        let count = Count::default();
        let at = LocalTime::of_milliseconds;
        let interval = 15 * 60 * 1000;
        count.exhaust(day(7), at(1_000));
        for (now, expected) in [
            (1_000, Taken::Exhausted),
            (999 + interval, Taken::Exhausted),
            (1_000 + interval, Taken::Probe),
            (1_000 + interval, Taken::Exhausted),
            (2_000 + interval, Taken::Exhausted),
            (1_001, Taken::Exhausted),
            (1_000, Taken::Probe),
        ] {
            assert_eq!(count.take(day(7), Some(5), at(now)), expected, "{now}");
        }
        assert_eq!(count.read(day(7)), (2, true));
        count.readmit(day(7));
        assert_eq!(count.take(day(7), Some(3), at(0)), Taken::Counted);
        count.exhaust(day(7), at(0));
        assert_eq!(count.take(day(7), Some(3), at(interval)), Taken::Exhausted);
    }

    #[test]
    fn a_count_is_raised_and_never_lowered() {
        let count = Count::default();
        count.exhaust(day(7), NOW);
        count.raise(day(7), 9);
        count.raise(day(7), 4);
        assert_eq!(count.read(day(7)), (9, true));
        count.raise(day(7), u64::MAX);
        assert_eq!(count.read(day(7)), (COUNT, true));
    }

    #[test]
    fn sixteen_other_days_are_kept() {
        let count = Count::default();
        for number in 100..=116 {
            assert!(take(&count, day(number), None));
        }
        assert_eq!(count.read(day(100)), (1, false));
        assert!(take(&count, day(117), None));
        assert_eq!(count.read(day(100)), (0, false));
        assert_eq!(count.read(day(101)), (1, false));
    }
}
