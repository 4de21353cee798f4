//! Floats that are no numbers, which JSON has no form for.

use serde::Serialize;

use super::scalar::{NOT_FINITE, Sink, Unsendable, write};

/// Returns true if a value is a float that is no number.
pub(super) fn is_not_finite<T: Serialize + ?Sized>(value: &T) -> bool {
    struct Ignored;

    impl Sink for Ignored {
        fn value(&mut self, _: &str) -> Result<(), Unsendable> {
            Ok(())
        }
    }

    write(value, &mut Ignored).is_err_and(|why| why.is_of(NOT_FINITE))
}
