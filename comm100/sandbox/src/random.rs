//! The random numbers of the sandbox: a seed makes the same account on every machine.

use rand_xoshiro::{
    SplitMix64,
    rand_core::{Rng as _, SeedableRng as _},
};
use uuid::Builder;

/// A stream of numbers that depends on its seed only.
#[derive(Clone, Debug)]
pub(crate) struct Random(SplitMix64);

impl Random {
    /// Creates a stream for one purpose, such as the transcript of one chat.
    pub(crate) fn of(seed: u64, purpose: u64) -> Self {
        let seed = seed ^ purpose.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        let mut random = Self(SplitMix64::from_seed(seed.to_le_bytes()));
        random.next();
        random
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Returns a number from 0 up to, not including, `limit`; 0 for a limit of 0.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or(0)
    }

    /// Returns a number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high.saturating_sub(low)).unwrap_or(0);
        let step = self.below(width.saturating_add(1));
        low.saturating_add(i64::try_from(step).unwrap_or(0))
    }

    /// Returns true in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Returns an index into a list of this length; 0 for an empty one.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        let limit = u64::try_from(length).unwrap_or(u64::MAX);
        usize::try_from(self.below(limit)).unwrap_or(0)
    }

    /// Returns one of these.
    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, choices: &[T; N]) -> T {
        const { assert!(N > 0, "there must be a choice") };
        choices[self.index(N)]
    }

    /// Returns one of these, if there are any.
    pub(crate) fn choose<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.index(choices.len()))
    }

    /// Returns a random UUID (version 4), hyphenated.
    pub(crate) fn uuid(&mut self) -> String {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.next().to_be_bytes());
        bytes[8..].copy_from_slice(&self.next().to_be_bytes());
        Builder::from_random_bytes(bytes).into_uuid().to_string()
    }

    /// Returns a token of the sandbox: 64 hexadecimal digits.
    pub(crate) fn token(&mut self) -> String {
        format!("{}{}", self.api_key(), self.api_key())
    }

    /// Returns an API key of the sandbox: 32 hexadecimal digits.
    pub(crate) fn api_key(&mut self) -> String {
        format!("{:016x}{:016x}", self.next(), self.next())
    }
}
