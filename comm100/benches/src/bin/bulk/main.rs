//! Reading a long list: chats a second of `.items()` with pages ahead, beside a loop by hand with
//! `buffered`, and the memory that many pages take. It prints tables.
//!
//!     cargo run --release --no-default-features --bin bulk              # builds both clients
//!     cargo run --release --no-default-features --bin bulk -- --write   # and puts them into the page

#[cfg(any(feature = "comm100", feature = "reqwest"))]
mod read;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use comm100_benches::format::grouped;
use comm100_benches::{docs, process};

/// The clients, with the features of their builds.
const CLIENTS: [(&str, &str, &str); 3] = [
    ("items", "comm100", "comm100, `.items().prefetch(8)`"),
    (
        "comm100-buffered",
        "comm100",
        "comm100, a loop with `buffered(8)`",
    ),
    (
        "reqwest-buffered",
        "reqwest",
        "reqwest tuned by an expert, a loop with `buffered(8)`",
    ),
];

/// The number of chats in a page, as the service has it.
const SIZE: u64 = 50;

/// Every client takes its turn so often, and medians are taken.
const ROUNDS: usize = 15;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => println!("{}", tables()),
        ["--write"] => {
            let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/performance.md");
            docs::replace(&page, "bulk", &tables());
        }
        [client, origin, pages, latency] => {
            let [pages, latency] = [pages, latency].map(|number| number.parse().expect("a number"));
            run(client, origin, pages, latency);
        }
        _ => panic!("arguments: none, `--write`, or <client> <origin> <pages> <latency in ms>"),
    }
}

#[cfg(any(feature = "comm100", feature = "reqwest"))]
use read::run;

/// The build that prints the tables has no client.
#[cfg(not(any(feature = "comm100", feature = "reqwest")))]
fn run(client: &str, _origin: &str, _pages: u64, _latency: u64) {
    panic!("this build has no client `{client}`");
}

fn tables() -> String {
    let folder = build();
    let server = process::Server::start(&folder.join("comm100/server"));
    let measure = |(client, features, _): (&str, &str, &str), pages: u64, latency: u64| {
        eprintln!("{client}: {pages} pages, {latency} ms");
        let program = folder.join(features).join("bulk");
        Sample::of(&program, client, &server.origin, pages, latency)
    };
    let mut text = String::from(
        "| reads pages of 50 chats | chats a second, 50 ms latency | chats a second, no latency | instructions a chat |\n| --- | --: | --: | --: |\n",
    );
    let mut samples = vec![(Vec::new(), Vec::new()); CLIENTS.len()];
    for _ in 0..ROUNDS {
        for (client, (far, near)) in CLIENTS.into_iter().zip(&mut samples) {
            far.push(measure(client, 240, 50));
            near.push(measure(client, 1_000, 0));
        }
    }
    for (client, (far, near)) in CLIENTS.into_iter().zip(&samples) {
        let (name, features, description) = client;
        eprintln!("{name}: instructions");
        let program = folder.join(features).join("bulk");
        let [few, many] = [20, 60].map(|pages: u64| {
            let words = [name, server.origin.as_str(), &pages.to_string(), "0"];
            process::instructions(&program, &words.map(str::to_owned))
        });
        let instructions = (many - few) / (40 * SIZE);
        let _ = writeln!(
            text,
            "| {description} | {} | {} | {} |",
            rate(far),
            rate(near),
            grouped(instructions),
        );
    }
    text.push_str("\n| pages read by `.items().prefetch(8)` | peak memory |\n| --: | --: |\n");
    for pages in [100, 1_000, 10_000] {
        let sample = measure(CLIENTS[0], pages, 0);
        let _ = writeln!(
            text,
            "| {} | {:.1} MiB |",
            grouped(pages),
            sample.peak / 1024.0
        );
    }
    text
}

/// Builds the clients, each alone, and returns the folder that holds them by their features.
fn build() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = package.join("target/bulk");
    for features in ["comm100", "reqwest"] {
        eprintln!("building {features}");
        let status = Command::new(env!("CARGO"))
            .current_dir(package)
            .args(["build", "--release", "--no-default-features"])
            .args(["--features", features, "--bin", "bulk", "--bin", "server"])
            .status()
            .expect("cargo runs");
        assert!(status.success(), "{features} does not build");
        let to = folder.join(features);
        std::fs::create_dir_all(&to).expect("the folder can be made");
        for program in ["bulk", "server"] {
            let from = package.join("target/release").join(program);
            std::fs::copy(from, to.join(program)).expect("the program can be copied");
        }
    }
    folder
}

/// One run, in its own process.
#[derive(Clone, Copy)]
struct Sample {
    chats_a_second: f64,
    /// KiB.
    peak: f64,
}

impl Sample {
    fn of(program: &Path, client: &str, origin: &str, pages: u64, latency: u64) -> Self {
        let output = Command::new(program)
            .args([client, origin, &pages.to_string(), &latency.to_string()])
            .output()
            .expect("the client runs");
        let log = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{log}");
        let text = String::from_utf8_lossy(&output.stdout);
        let numbers = text.split_whitespace().map(|number| number.parse::<f64>());
        let numbers: Result<Vec<_>, _> = numbers.collect();
        let [clock, peak] = numbers.expect("numbers")[..] else {
            panic!("{text}");
        };
        let chats = (pages * SIZE) as f64;
        Self {
            chats_a_second: chats / (clock / 1e9),
            peak,
        }
    }
}

/// The median, and the quartiles in brackets.
fn rate(samples: &[Sample]) -> String {
    let mut rates: Vec<f64> = samples.iter().map(|sample| sample.chats_a_second).collect();
    rates.sort_by(f64::total_cmp);
    let at = |part: usize| grouped(rates[(rates.len() - 1) * part / 4] as u64);
    format!("{} ({} to {})", at(2), at(1), at(3))
}
