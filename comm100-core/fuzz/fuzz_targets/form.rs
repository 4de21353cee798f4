//! A form is read again as it was written.

#![no_main]

use comm100_tests::oracle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, Vec<String>, Vec<String>)| {
    let (word, tags, joined) = input;
    oracle::form(word, &tags, &joined);
});
