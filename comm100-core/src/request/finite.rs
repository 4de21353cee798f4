//! Floats that JSON cannot represent: NaN and infinity.

use serde::Serialize;

use super::scalar::{Sink, Unsendable, write};

/// Returns true if the value is NaN or infinite.
pub(super) fn is_not_finite<T: Serialize + ?Sized>(value: &T) -> bool {
    struct Ignored;

    impl Sink for Ignored {
        fn value(&mut self, _: &str) -> Result<(), Unsendable> {
            Ok(())
        }
    }

    matches!(write(value, &mut Ignored), Err(Unsendable::NotFinite))
}
