//! A row of a report is written as it was read.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| oracle::report_row(body));
