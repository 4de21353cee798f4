//! Builds every client, measures all of them against one server, and prints
//! one table; `--picture FILE` draws it, `--quick` leaves out the times.
//!
//!     cargo run --release --bin compare -- --picture ../docs/performance.svg

mod build;
mod measure;
mod picture;
mod table;

use std::path::PathBuf;

use comm100_benches::workload::Kind;

/// A client, and the features that build it.
pub struct Client {
    pub name: &'static str,
    pub title: &'static str,
    pub features: &'static str,
}

/// The client that the others are measured by comes first.
pub const CLIENTS: [Client; 8] = [
    client("reqwest", "reqwest 0.13, by hand as its docs show", "reqwest"),
    client("reqwest-tuned", "reqwest 0.13, tuned by an expert", "reqwest"),
    client("comm100", "**comm100**, default transport", "comm100"),
    client("comm100-hyper", "**comm100**, `HyperTransport`", "comm100-hyper"),
    client("hyper-util", "hyper-util pooled, by hand", "hyper-util"),
    client("feignhttp", "feignhttp 0.6", "feignhttp"),
    client("rustify", "rustify 0.7", "rustify"),
    client("conjure", "conjure-runtime 7.7", "conjure"),
];

const fn client(name: &'static str, title: &'static str, features: &'static str) -> Client {
    Client {
        name,
        title,
        features,
    }
}

/// All that was measured of one client.
pub struct Row {
    pub client: &'static Client,
    /// A request's, in the order of [`Kind::ALL`].
    pub instructions: [u64; 4],
    /// Allocations, reallocations and bytes of a chat.
    pub allocations: [u64; 3],
    /// The ratios to the first client: of CPU time at 1 and at 64 in flight, of
    /// requests a second at 64.
    pub times: Option<[measure::Spread; 3]>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let picture = arguments
        .iter()
        .position(|argument| argument == "--picture")
        .map(|index| PathBuf::from(&arguments[index + 1]));

    let built = build::all();
    let server = measure::Server::start(&built);
    let mut rows: Vec<Row> = CLIENTS
        .iter()
        .map(|client| {
            eprintln!("counting {}", client.name);
            Row {
                client,
                instructions: Kind::ALL.map(|kind| server.instructions(client, kind)),
                allocations: server.allocations(client, Kind::Chat),
                times: None,
            }
        })
        .collect();
    if !quick {
        for (row, times) in rows.iter_mut().zip(server.times()) {
            row.times = Some(times);
        }
    }
    println!("{}", table::markdown(&rows));
    if let Some(path) = picture {
        std::fs::write(path, picture::svg(&rows)).expect("the picture can be written");
    }
}
