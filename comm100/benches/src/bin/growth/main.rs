//! Measures the cost of a call as work grows: more in flight, longer pages, more pages. Prints a
//! table. Each measurement runs in its own process, so that its peak memory is its own.
//!
//!     cargo build --release --bin server --bin growth && target/release/growth

mod work;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use comm100_benches::format::grouped;
use comm100_benches::process;

/// A measure is repeated so often, and its median taken.
const RUNS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => println!("{}", table()),
        [what, origin, size, count] => {
            let [size, count] = [size, count].map(|number| number.parse().expect("a number"));
            work::run(what, origin, size, count);
        }
        _ => panic!("arguments: none, or <what> <origin> <size> <count>"),
    }
}

fn table() -> String {
    let measure = Measure::start();
    let mut text = String::from(
        "| what grows | to | instructions | CPU time | peak memory |\n| --- | --: | --: | --: | --: |\n",
    );
    for in_flight in [1, 64, 1000] {
        let instructions = measure.instructions("calls", in_flight, 1000, 3000);
        let (time, peak) = measure.usage("calls", in_flight, 20_000);
        let _ = writeln!(
            text,
            "| calls in flight | {} | {} a call | {:.0} µs a call | {:.1} MiB |",
            grouped(in_flight),
            grouped(instructions),
            time * 1e6,
            peak,
        );
    }
    for size in [10, 50, 500] {
        let instructions = measure.instructions("page", size, 10, 40);
        let (time, peak) = measure.usage("page", size, 20_000 / size);
        let _ = writeln!(
            text,
            "| chats a page | {size} | {} a chat | {:.1} µs a chat | {:.1} MiB |",
            grouped(instructions / size),
            time * 1e6 / size as f64,
            peak,
        );
    }
    for pages in [1, 10, 100, 1000, 10_000] {
        let (time, peak) = measure.usage("items", 50, pages);
        let _ = writeln!(
            text,
            "| pages of 50 by `.items()` | {} | | {:.0} µs a page | {:.1} MiB |",
            grouped(pages),
            time * 1e6,
            peak,
        );
    }
    text
}

struct Measure {
    program: PathBuf,
    server: process::Server,
}

impl Measure {
    fn start() -> Self {
        let program = std::env::current_exe().expect("a path of this program");
        let server = process::Server::start(&program.with_file_name("server"));
        Self { program, server }
    }

    fn arguments(&self, what: &str, size: u64, count: u64) -> Vec<String> {
        let words = [what, &self.server.origin].map(str::to_owned);
        let numbers = [size, count].map(|number| number.to_string());
        words.into_iter().chain(numbers).collect()
    }

    /// Of one: the difference of two runs, so that the start cancels out.
    fn instructions(&self, what: &str, size: u64, few: u64, many: u64) -> u64 {
        eprintln!("counting {what} {size}");
        let [less, more] = [few, many]
            .map(|count| process::instructions(&self.program, &self.arguments(what, size, count)));
        (more - less) / (many - few)
    }

    /// Seconds of CPU time for one, and MiB at the peak.
    fn usage(&self, what: &str, size: u64, count: u64) -> (f64, f64) {
        eprintln!("timing {what} {size}, {count} times");
        let mut seconds = Vec::new();
        let mut peaks = Vec::new();
        for _ in 0..RUNS {
            let output = Command::new(&self.program)
                .args(self.arguments(what, size, count))
                .output()
                .expect("the measure runs");
            let log = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{log}");
            let numbers: Vec<f64> = String::from_utf8_lossy(&output.stdout)
                .split_whitespace()
                .filter_map(|number| number.parse().ok())
                .collect();
            seconds.push(numbers[0] / 1e9 / count as f64);
            peaks.push(numbers[1] / 1024.0);
        }
        (median(seconds), median(peaks))
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
