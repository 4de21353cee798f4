//! An error keeps its status, whatever its body.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, &[u8])| oracle::error_body(400 + input.0 % 200, input.1));
