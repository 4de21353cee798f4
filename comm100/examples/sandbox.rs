//! Serves the sandbox until it is interrupted: `cargo run --example sandbox -- --port 8080`.
//!
//! Without `--port` it takes a free one. It prints a `curl` line that works.

use std::error::Error;

use comm100::sandbox::Sandbox;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::builder().port(port()?).start().await?;
    let email = sandbox.credentials().email().to_owned();
    let api_key = sandbox.api_key(&email).unwrap_or_default();
    println!(
        "The sandbox listens on {}; Ctrl-C stops it. Try:\n",
        sandbox.origin()
    );
    println!(
        "curl -u '{email}:{api_key}' '{}/api/v1/livechat/chats'",
        sandbox.origin()
    );
    std::future::pending().await
}

/// The value of `--port`, 0 without it.
fn port() -> Result<u16, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Ok(0),
        ["--port", port] => port
            .parse()
            .map_err(|_| format!("`{port}` is no port; give a number up to 65535").into()),
        _ => Err("the only argument is `--port N`".into()),
    }
}
