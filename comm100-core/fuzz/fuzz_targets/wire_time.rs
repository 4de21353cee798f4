//! A `/Date(N)/` is written as it was read.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| oracle::wire_time(text));
