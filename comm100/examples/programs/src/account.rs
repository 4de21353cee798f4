use std::env;

use comm100::{Client, Credentials, sandbox::Sandbox};
use jiff::{Timestamp, civil::Date, tz::Offset};

use crate::{Api, Outcome, shared::SANDBOX_DAY};

/// The account that a program works on.
pub struct Account {
    /// A client of the account.
    pub client: Client,
    /// Describes the account, and distinguishes it from others.
    pub name: String,
    /// The current day, in UTC.
    pub today: Date,
    /// Runs as long as this value.
    _sandbox: Option<Sandbox>,
}

impl Account {
    /// Opens the account of `COMM100_EMAIL` and `COMM100_PLATFORM`, with `COMM100_API_KEY` or `COMM100_PASSWORD`, if
    /// they are set, else the embedded sandbox, which is reported on stderr. In the sandbox, calls of version 2 are
    /// authorized by a token. A password is for version 2: version 1 takes API keys alone.
    ///
    /// # Errors
    ///
    /// If a variable is invalid, or the sandbox cannot listen.
    pub async fn open(api: Api) -> Outcome<Self> {
        let is_set = |name: &&str| env::var_os(name).is_some();
        let secrets = ["COMM100_API_KEY", "COMM100_PASSWORD"];
        let missing = ["COMM100_EMAIL", "COMM100_PLATFORM"]
            .into_iter()
            .find(|name| !is_set(name))
            .or_else(|| (!secrets.iter().any(is_set)).then_some(secrets[0]));
        let Some(missing) = missing else {
            let platform = env::var("COMM100_PLATFORM")?;
            return Ok(Self {
                client: Client::from_env()?,
                name: format!("{} at {platform}", env::var("COMM100_EMAIL")?),
                today: today(&platform)?,
                _sandbox: None,
            });
        };
        // The clock stands still, so that every run has the same chats.
        let now: Timestamp = format!("{SANDBOX_DAY}T00:00:00Z").parse()?;
        let sandbox = Sandbox::builder().clock(move || now).start().await?;
        eprintln!("using the embedded sandbox (clock fixed at {now}) because {missing} is not set");
        let client = sandbox.client()?;
        if api == Api::V2 {
            let password = sandbox.password(ADMIN).unwrap_or_default();
            client.set_credentials(Credentials::password(ADMIN, password))?;
        }
        Ok(Self {
            client,
            name: "the embedded sandbox".to_owned(),
            today: SANDBOX_DAY.parse()?,
            _sandbox: Some(sandbox),
        })
    }
}

/// The admin of the sandbox.
const ADMIN: &str = "admin@example.com";

/// Returns the current day in UTC. On loopback it is the day of the example `sandbox`.
fn today(platform: &str) -> Outcome<Date> {
    if platform.starts_with("http://127.0.0.1:") || platform.starts_with("http://localhost:") {
        return Ok(SANDBOX_DAY.parse()?);
    }
    Ok(Offset::UTC.to_datetime(Timestamp::now()).date())
}
