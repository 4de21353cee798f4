//! Serves the sandbox until it is interrupted or its output is closed: the API, its OpenAPI document
//! at `/openapi.json`, and an API explorer for browsers at `/`.
//!
//! ```sh
//! cargo run --example sandbox -- --port 8080
//! ```

#[macro_use]
mod shared;

#[cfg(all(feature = "explorer", feature = "openapi", feature = "v2"))]
use std::error::Error;

#[cfg(all(feature = "explorer", feature = "openapi", feature = "v2"))]
use comm100::sandbox::{Sandbox, SandboxBuilder};
#[cfg(all(feature = "explorer", feature = "openapi", feature = "v2"))]
use jiff::Timestamp;

const HELP: &str = "\
Serves the sandbox until it is interrupted, with an API explorer for browsers at /.

Usage: sandbox [OPTIONS]

Options:
      --port <PORT>  Port on 127.0.0.1 [default: any free port]
      --now <TIME>   Time in the sandbox, as in 2026-10-01T00:00:00Z, or `system` for the system's clock
                     [default: 2026-10-01T00:00:00Z, as in the other examples]
  -h, --help         Print help
";

#[cfg(not(all(feature = "explorer", feature = "openapi", feature = "v2")))]
fn main() {
    shared::arguments(HELP);
    shared::run_with_feature("sandbox", "explorer,openapi,v2");
}

#[cfg(all(feature = "explorer", feature = "openapi", feature = "v2"))]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    if let Err(error) = serve().await {
        shared::fail(&error.to_string());
    }
}

#[cfg(all(feature = "explorer", feature = "openapi", feature = "v2"))]
async fn serve() -> Result<(), Box<dyn Error>> {
    let (builder, time) = options()?;
    let endpoints = [comm100::v1::endpoints(), comm100::v2::endpoints()].concat();
    let document = comm100::openapi(&endpoints).title("The Comm100 sandbox");
    let sandbox = builder
        .openapi(document.to_string())
        .explorer()
        .start()
        .await?;
    let email = sandbox.credentials().email().unwrap_or_default().to_owned();
    let api_key = sandbox.api_key(&email).unwrap_or_default();
    let password = sandbox.password(&email).unwrap_or_default();
    let origin = sandbox.origin();
    shared::write(
        &mut std::io::stdout(),
        format_args!(
            "The sandbox listens on {origin}; the time there is {time}. Press Ctrl-C to stop it.\n\n\
         An API explorer for browsers is at {origin}/; sign in with the email and the API key below. Or try:\n\n\
         curl -u '{email}:{api_key}' '{origin}/api/v1/livechat/chats?date_from=2026-09-30&date_to=2026-09-30'\n\n\
         For version 2, a token is an alternative to the API key:\n\n\
         curl -d grant_type=password -d email={email} --data-urlencode 'password={password}' '{origin}/oauth/token'\n\n\
         For the other examples:\n\n\
         export COMM100_PLATFORM={origin} COMM100_EMAIL={email} COMM100_API_KEY={api_key}\n",
        ),
    );
    shared::stdout_closed().await;
    Ok(())
}

/// Returns the sandbox that the command line describes, and its time.
#[cfg(all(feature = "explorer", feature = "openapi", feature = "v2"))]
fn options() -> Result<(SandboxBuilder, String), Box<dyn Error>> {
    let mut builder = Sandbox::builder();
    let mut time = format!("{}T00:00:00Z", shared::SANDBOX_DAY);
    let mut arguments = shared::arguments(HELP).into_iter();
    while let Some(option) = arguments.next() {
        match (option.as_str(), arguments.next()) {
            ("--port", Some(port)) => {
                let port = port
                    .parse()
                    .map_err(|_| "--port must be a number from 0 to 65535")?;
                builder = builder.port(port);
            }
            ("--now", Some(now)) => time = now,
            ("--port" | "--now", None) => {
                return Err(format!("`{option}` needs a value; see `--help`").into());
            }
            _ => {
                return Err(format!(
                    "unexpected argument `{option}`; expected `--port <PORT>` or `--now <TIME>`"
                )
                .into());
            }
        }
    }
    if time == "system" {
        return Ok((builder, "the system's".to_owned()));
    }
    let now: Timestamp = time
        .parse()
        .map_err(|_| "--now must be a time such as 2026-10-01T00:00:00Z, or `system`")?;
    Ok((builder.clock(move || now), time))
}
