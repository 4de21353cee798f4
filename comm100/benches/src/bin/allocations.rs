//! Runs one client and prints allocations, reallocations and bytes.

use std::alloc::System;
use std::cell::Cell;

use comm100_benches::{peers, run::Arguments};
use stats_alloc::{INSTRUMENTED_SYSTEM, Stats, StatsAlloc};

#[global_allocator]
static GLOBAL: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    let arguments = Arguments::of_process();
    let (before, after) = (Cell::new(Stats::default()), Cell::new(Stats::default()));
    peers::run_named(
        &arguments,
        || before.set(GLOBAL.stats()),
        || after.set(GLOBAL.stats()),
    );
    let used = after.get() - before.get();
    println!(
        "{} {} {}",
        used.allocations, used.reallocations, used.bytes_allocated
    );
}
