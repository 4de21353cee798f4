//! Sandboxes at a fixed time.

use comm100::Client;
use comm100::sandbox::{Quirks, Sandbox};

/// Starts a sandbox whose time is `now`, such as `2024-05-14T12:00:00Z`, and returns it with the admin's client.
///
/// # Panics
///
/// If the text is not a time, or the sandbox does not start.
pub async fn start(now: &str, quirks: impl Into<Quirks>) -> (Sandbox, Client) {
    let now = now.parse().expect("a time");
    let sandbox = Sandbox::builder()
        .quirks(quirks)
        .clock(move || now)
        .start()
        .await;
    let sandbox = sandbox.expect("a sandbox");
    let client = sandbox.client().expect("a client");
    (sandbox, client)
}
