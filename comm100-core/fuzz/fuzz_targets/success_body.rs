//! A body is decoded unchanged, or rejected.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| oracle::success_body(body));
