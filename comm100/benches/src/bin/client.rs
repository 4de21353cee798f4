//! Runs one client and prints nanoseconds of CPU and of the clock.

use comm100_benches::{peers, run::Arguments};

fn main() {
    let arguments = Arguments::of_process();
    let (cpu, clock) = peers::run_named(&arguments, || (), || ());
    println!("{cpu} {clock}");
}
