//! The count of this process: one atomic step a request.

use std::sync::atomic::{AtomicU64, Ordering};

use super::time::Day;

const EXHAUSTED: u64 = 1 << 39;
const COUNT: u64 = EXHAUSTED - 1;

/// Today's count, and another day's: around midnight, requests of both days are
/// under way, and a corrected clock may step back over it.
///
/// A slot holds a day (24 bits), whether the service said that the day is used
/// up (1 bit), and the requests (39 bits). Days take turns on the two slots.
#[derive(Debug, Default)]
pub(crate) struct Count {
    slots: [AtomicU64; 2],
}

impl Count {
    /// Counts one request, unless the day is used up.
    pub(crate) fn take(&self, day: Day, limit: Option<u64>) -> bool {
        let limit = limit.unwrap_or(COUNT).min(COUNT);
        self.change(day, |slot| {
            (slot & EXHAUSTED == 0 && slot & COUNT < limit).then_some(slot + 1)
        })
    }

    /// Marks the day as used up.
    pub(crate) fn exhaust(&self, day: Day) {
        self.change(day, |slot| Some(slot | EXHAUSTED));
    }

    /// The day's requests, and whether they are used up.
    pub(crate) fn read(&self, day: Day) -> (u64, bool) {
        let stored = self.slot(day).load(Ordering::Relaxed);
        let slot = if same_day(stored, day) { stored } else { 0 };
        (slot & COUNT, slot & EXHAUSTED != 0)
    }

    fn change(&self, day: Day, change: impl Fn(u64) -> Option<u64>) -> bool {
        let slot = self.slot(day);
        let mut stored = slot.load(Ordering::Relaxed);
        loop {
            // What an earlier day left behind counts for nothing.
            let current = if same_day(stored, day) {
                stored
            } else {
                mark(day)
            };
            let Some(next) = change(current) else {
                return false;
            };
            match slot.compare_exchange_weak(stored, next, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return true,
                Err(now) => stored = now,
            }
        }
    }

    fn slot(&self, day: Day) -> &AtomicU64 {
        &self.slots[usize::from(day.is_odd())]
    }
}

/// The day's bits of a slot.
fn mark(day: Day) -> u64 {
    day.bits() << 40
}

fn same_day(slot: u64, day: Day) -> bool {
    slot >> 40 == mark(day) >> 40
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Day {
        Day::of_milliseconds(number * 86_400_000)
    }

    #[test]
    fn it_counts_up_to_the_limit_of_each_day() {
        let count = Count::default();
        for number in [20_000, 20_001, 20_002, 19_000] {
            let taken = (0..10).filter(|_| count.take(day(number), Some(7))).count();
            assert_eq!(taken, 7);
            assert_eq!(count.read(day(number)), (7, false));
        }
    }

    #[test]
    fn a_step_back_over_midnight_finds_the_count_again() {
        let count = Count::default();
        assert!((0..5).all(|_| count.take(day(7), Some(5))));
        assert!(count.take(day(8), Some(5)));
        assert!(!count.take(day(7), Some(5)));
        assert_eq!(count.read(day(8)), (1, false));
    }

    #[test]
    fn a_day_that_is_used_up_stays_so_and_the_next_is_not() {
        let count = Count::default();
        assert!(count.take(day(7), None));
        count.exhaust(day(7));
        assert!(!count.take(day(7), None));
        assert_eq!(count.read(day(7)), (1, true));
        assert!(count.take(day(8), None));
    }

    #[test]
    fn a_limit_of_none_refuses_all() {
        assert!(!Count::default().take(day(7), Some(0)));
    }

    #[test]
    fn threads_never_pass_the_limit() {
        let count = Count::default();
        let taken: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| (0..1000).filter(|_| count.take(day(7), Some(999))).count())
                })
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .sum()
        });
        assert_eq!(taken, 999);
    }
}
