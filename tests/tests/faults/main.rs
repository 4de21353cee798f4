//! Faults, and the result of the call in each: the tests behind the page "What happens when".

use std::time::Duration;

use comm100::ClientBuilder;
use comm100_tests::client::builder;

mod bodies;
mod concurrency;
mod connections;
mod deadlines;
mod dropped;
mod error_headers;
mod ignored_bodies;
mod redirects;
mod refused_successes;
mod retries;
mod retry_after;
mod retry_budget;
mod runtimes;
mod servers;
mod statuses;
mod table;

fn connect_timeout(client: ClientBuilder, limit: Duration) -> ClientBuilder {
    client.connect_timeout(limit)
}
