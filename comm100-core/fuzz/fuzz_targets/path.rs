//! A value is one segment of the path, or rejected.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|value: &str| oracle::path(value));
