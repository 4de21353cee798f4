//! Serves the sandbox until it is interrupted, and its OpenAPI document at `/openapi.json`.
//!
//! ```sh
//! cargo run --example sandbox -- --port 8080
//! ```

use std::{
    error::Error,
    io::{self, Write as _},
};

use comm100::sandbox::{Sandbox, SandboxBuilder};
use jiff::Timestamp;

const HELP: &str = "\
Serves the sandbox until it is interrupted.

Usage: sandbox [OPTIONS]

Options:
      --port <PORT>  Port of 127.0.0.1 [default: any free one]
      --now <TIME>   Time in the sandbox, as in 2026-10-01T00:00:00Z, or `system` for the system's clock
                     [default: 2026-10-01T00:00:00Z, as in the other examples]
  -h, --help         Print help
";

/// The time in the sandbox of every example: its chats are those of the 120 days before.
const TIME: &str = "2026-10-01T00:00:00Z";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let Some((builder, time)) = options()? else {
        // A closed pipe is no mistake.
        let _ = io::stdout().write_all(HELP.as_bytes());
        return Ok(());
    };
    let document = comm100::openapi(comm100::v1::endpoints()).title("The Comm100 sandbox");
    let sandbox = builder.openapi(document.to_string()).start().await?;
    let email = sandbox.credentials().email().to_owned();
    let api_key = sandbox.api_key(&email).unwrap_or_default();
    let origin = sandbox.origin();
    let _ = writeln!(
        io::stdout(),
        "The sandbox listens on {origin}; the time there is {time}. Ctrl-C stops it. Try:\n\n\
         curl -u '{email}:{api_key}' '{origin}/api/v1/livechat/chats?date_from=2026-09-30&date_to=2026-09-30'\n\n\
         For the other examples:\n\n\
         export COMM100_PLATFORM={origin} COMM100_EMAIL={email} COMM100_API_KEY={api_key}",
    );
    std::future::pending().await
}

/// The sandbox of the command line and the time in it; `None` if help is requested.
fn options() -> Result<Option<(SandboxBuilder, String)>, Box<dyn Error>> {
    let (mut builder, mut time) = (Sandbox::builder(), TIME.to_owned());
    let mut arguments = std::env::args().skip(1);
    while let Some(option) = arguments.next() {
        match (option.as_str(), arguments.next()) {
            ("-h" | "--help", _) => return Ok(None),
            ("--port", Some(port)) => {
                let port = port
                    .parse()
                    .map_err(|_| "--port must be a number from 0 to 65535")?;
                builder = builder.port(port);
            }
            ("--now", Some(now)) => time = now,
            _ => return Err("expected `--port <PORT>`, `--now <TIME>` or `--help`".into()),
        }
    }
    if time == "system" {
        return Ok(Some((builder, "the system's".to_owned())));
    }
    let now: Timestamp = time
        .parse()
        .map_err(|_| "--now must be a time such as 2026-10-01T00:00:00Z, or `system`")?;
    Ok(Some((builder.clock(move || now), time)))
}
