//! A `Retry-After` is read or ignored.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|value: &[u8]| oracle::retry_after(value));
