//! Statistics and tracing of calls: counts, latencies, spans and events.

mod recorder;
mod spans;
mod stats;

use comm100::mock::Mock;
use comm100::{Client, Credentials};
use comm100_tests::client::{API_KEY, EMAIL, policy};

fn client(mock: &Mock) -> Client {
    Client::builder()
        .credentials(Credentials::new(EMAIL, API_KEY))
        .retry(policy())
        .transport(mock.transport())
        .build()
        .unwrap()
}
