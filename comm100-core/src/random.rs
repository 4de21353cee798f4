//! Unpredictable random numbers, from the random keys of the standard library's hash maps.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

/// Returns 64 random bits.
pub(crate) fn bits() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Returns a random number of at least 0 and less than 1.
#[expect(
    clippy::cast_precision_loss,
    reason = "an `f64` has 53 bits, and 2^53 is exact"
)]
pub(crate) fn fraction() -> f64 {
    (bits() >> 11) as f64 / (1_u64 << 53) as f64
}
