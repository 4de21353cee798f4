//! A query is read again as it was written.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Option<&str>, Vec<String>)| oracle::query(input.0, &input.1));
