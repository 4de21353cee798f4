//! The load that retries may add, for all clones of a client together.

use std::sync::atomic::{AtomicU64, Ordering};

/// A retry costs two tokens, a success returns one.
const COST: u64 = 2;

/// A bucket of tokens. In an outage it runs empty and every call is tried once;
/// with the first successes it fills again.
#[derive(Debug)]
pub(crate) struct Budget {
    tokens: AtomicU64,
    capacity: u64,
}

impl Budget {
    pub(crate) fn new(retries: u32) -> Self {
        let capacity = u64::from(retries) * COST;
        Self {
            tokens: AtomicU64::new(capacity),
            // A bucket of nothing still lets successes pay for retries.
            capacity: capacity.max(COST),
        }
    }

    /// Takes one retry out; false if there is none left.
    pub(crate) fn withdraw(&self) -> bool {
        self.tokens
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| {
                tokens.checked_sub(COST)
            })
            .is_ok()
    }

    /// Counts a success. With a full bucket, the usual state, this only reads.
    pub(crate) fn deposit(&self) {
        let add = |tokens| (tokens < self.capacity).then_some(tokens + 1);
        let mut tokens = self.tokens.load(Ordering::Relaxed);
        while let Some(next) = add(tokens) {
            match self.tokens.compare_exchange_weak(
                tokens,
                next,
                Ordering::Relaxed,
                Ordering::Relaxed,
            ) {
                Ok(_) => return,
                Err(current) => tokens = current,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_runs_empty_and_two_successes_pay_for_a_retry() {
        let budget = Budget::new(3);
        budget.deposit();
        let taken = (0..10).filter(|_| budget.withdraw()).count();
        assert_eq!(taken, 3);
        budget.deposit();
        assert!(!budget.withdraw());
        budget.deposit();
        assert!(budget.withdraw());
    }

    #[test]
    fn it_never_holds_more_than_its_capacity() {
        let budget = Budget::new(2);
        (0..100).for_each(|_| budget.deposit());
        assert_eq!((0..10).filter(|_| budget.withdraw()).count(), 2);
        let none = Budget::new(0);
        assert!(!none.withdraw());
        (0..100).for_each(|_| none.deposit());
        assert_eq!((0..10).filter(|_| none.withdraw()).count(), 1);
    }

    #[test]
    fn clones_on_many_threads_take_no_more_than_there_is() {
        let budget = Budget::new(1000);
        let taken: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| (0..1000).filter(|_| budget.withdraw()).count()))
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .sum()
        });
        assert_eq!(taken, 1000);
    }
}
