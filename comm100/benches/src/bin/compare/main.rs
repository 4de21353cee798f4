//! Builds every client, measures all of them against one server, and prints
//! one table. `--picture FILE` draws it, `--clients A,B` leaves out others,
//! `--keep` takes what an earlier run built, `--quick` leaves out the times.
//!
//!     cargo run --release --no-default-features --bin compare -- --picture ../docs/performance.svg

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
pub const CLIENTS: [Client; 6] = [
    client("reqwest", "reqwest 0.13, by hand as its docs show", "reqwest"),
    client("reqwest-tuned", "reqwest 0.13, tuned by an expert", "reqwest"),
    client("comm100", "**comm100**, default transport", "comm100"),
    client("comm100-v1", "**comm100**, `v1` and its types", "comm100"),
    client("comm100-hyper", "**comm100**, `HyperTransport`", "comm100-hyper"),
    client("hyper-util", "hyper-util pooled, by hand", "hyper-util"),
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
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let value = |name: &str| {
        let index = arguments.iter().position(|argument| argument == name)?;
        arguments.get(index + 1).cloned()
    };
    let picture = value("--picture").map(PathBuf::from);
    let wanted = value("--clients");
    let clients: Vec<&'static Client> = CLIENTS
        .iter()
        .filter(|client| match &wanted {
            Some(wanted) => wanted.split(',').any(|name| name == client.name),
            None => true,
        })
        .collect();

    let built = build::all(&clients, has("--keep"));
    let server = measure::Server::start(&built, clients[0]);
    let mut rows: Vec<Row> = clients
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
    if !has("--quick") {
        for (row, times) in rows.iter_mut().zip(server.times(&clients)) {
            row.times = Some(times);
        }
    }
    println!("{}", table::markdown(&rows));
    if let Some(path) = picture {
        std::fs::write(path, picture::svg(&rows)).expect("the picture can be written");
    }
}
