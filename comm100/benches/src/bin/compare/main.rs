//! Builds every client, measures all of them against one server, and prints
//! one table. `--write` puts it into `docs/performance.md` and draws
//! `docs/performance.svg`; `--clients A,B` leaves out others, `--keep` takes what
//! an earlier run built, `--quick` leaves out the times.
//!
//!     cargo run --release --no-default-features --bin compare -- --write

mod build;
mod measure;
mod picture;
mod table;

use std::path::Path;

use comm100_benches::docs;
use comm100_benches::workload::Kind;

/// A client, and the features that build it.
pub struct Client {
    pub name: &'static str,
    pub title: &'static str,
    pub features: &'static str,
}

/// The client that the others are measured by comes first.
pub const CLIENTS: [Client; 10] = [
    client(
        "reqwest",
        "reqwest 0.13, by hand as its docs show",
        "reqwest",
    ),
    client(
        "reqwest-tuned",
        "reqwest 0.13, tuned by an expert",
        "reqwest",
    ),
    client("hyper-util", "hyper-util pooled, by hand", "hyper-util"),
    client(
        "comm100",
        "**comm100**, declared by a user",
        "comm100-hyper",
    ),
    client(
        "comm100-v1",
        "**comm100**, `v1` and its types",
        "comm100-hyper",
    ),
    client(
        "comm100-hyper",
        "**comm100**, over `HyperTransport`",
        "comm100-hyper",
    ),
    client("feignhttp", "feignhttp 0.6", "feignhttp"),
    client("rustify", "rustify 0.7", "rustify"),
    client("conjure", "conjure-runtime 7.7", "conjure"),
    client(PARSER, "the parser alone, nothing sent", "hyper-util"),
];

/// It sends nothing, so that it has no times.
pub const PARSER: &str = "parser";

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
    pub times: Option<measure::Times>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let wanted = arguments
        .iter()
        .position(|argument| argument == "--clients")
        .and_then(|index| arguments.get(index + 1));
    let clients: Vec<&'static Client> = CLIENTS
        .iter()
        .filter(|client| {
            wanted.is_none_or(|names| names.split(',').any(|name| name == client.name))
        })
        .collect();

    let built = build::all(&clients, has("--keep"));
    let server = measure::Server::start(&built, clients[0]);
    // Instruction counts do not depend on what else runs, so all clients are counted at once.
    let mut rows: Vec<Row> = std::thread::scope(|scope| {
        let counts: Vec<_> = clients
            .iter()
            .map(|client| scope.spawn(|| count(&server, client)))
            .collect();
        let join = |count: std::thread::ScopedJoinHandle<'_, Row>| count.join().expect("a count");
        counts.into_iter().map(join).collect()
    });
    if !has("--quick") {
        let senders: Vec<&Client> = clients
            .iter()
            .copied()
            .filter(|client| client.name != PARSER)
            .collect();
        for (row, times) in rows.iter_mut().zip(server.times(&senders)) {
            row.times = Some(times);
        }
    }
    let table = table::markdown(&rows);
    println!("{table}");
    if has("--write") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
        docs::replace(&folder.join("performance.md"), "compare", &table);
        std::fs::write(folder.join("performance.svg"), picture::svg(&rows))
            .expect("the picture can be written");
    }
}

fn count(server: &measure::Server<'_>, client: &'static Client) -> Row {
    eprintln!("counting {}", client.name);
    let row = Row {
        client,
        instructions: Kind::ALL.map(|kind| server.instructions(client, kind)),
        allocations: server.allocations(client, Kind::Chat),
        times: None,
    };
    eprintln!(
        "counted {}: {:?} {:?}",
        client.name, row.instructions, row.allocations
    );
    row
}
