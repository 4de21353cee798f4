//! The same faults over the lean transport, which keeps the same promises.

use std::time::Duration;

use comm100::{ClientBuilder, Error, HyperTransport};
use comm100_tests::client;

#[path = "../faults/bodies.rs"]
mod bodies;
mod clones;
#[path = "../faults/concurrency.rs"]
mod concurrency;
#[path = "../faults/connections.rs"]
mod connections;
#[path = "../faults/deadlines.rs"]
mod deadlines;
#[path = "../faults/dropped.rs"]
mod dropped;
#[path = "../faults/error_headers.rs"]
mod error_headers;
mod floods;
#[path = "../faults/ignored_bodies.rs"]
mod ignored_bodies;
#[path = "../faults/redirects.rs"]
mod redirects;
#[path = "../faults/refused_successes.rs"]
mod refused_successes;
#[path = "../faults/retries.rs"]
mod retries;
#[path = "../faults/retry_after.rs"]
mod retry_after;
#[path = "../faults/retry_budget.rs"]
mod retry_budget;
#[path = "../faults/runtimes.rs"]
mod runtimes;
#[path = "../faults/servers.rs"]
mod servers;
#[path = "../faults/statuses.rs"]
mod statuses;
#[path = "../faults/table.rs"]
mod table;

/// The limit is the transport's own.
fn connect_timeout(client: ClientBuilder, limit: Duration) -> ClientBuilder {
    client.transport(HyperTransport::new(limit).expect("a transport"))
}

fn builder(origin: &str) -> Result<ClientBuilder, Error> {
    let transport = HyperTransport::new(table::PATIENCE)?;
    Ok(client::builder(origin)?.transport(transport))
}
