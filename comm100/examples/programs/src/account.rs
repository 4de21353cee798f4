use std::env;

use comm100::{Client, sandbox::Sandbox};
use jiff::{Timestamp, civil::Date, tz::Offset};

use crate::{Outcome, shared::SANDBOX_DAY};

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
    /// Opens the account of `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM` if all three
    /// are set, else the embedded sandbox, which is reported on stderr.
    ///
    /// # Errors
    ///
    /// If a variable is invalid, or the sandbox cannot listen.
    pub async fn open() -> Outcome<Self> {
        let variables = ["COMM100_EMAIL", "COMM100_API_KEY", "COMM100_PLATFORM"];
        let unset = variables
            .into_iter()
            .find(|name| env::var_os(name).is_none());
        let Some(unset) = unset else {
            let platform = env::var(variables[2])?;
            return Ok(Self {
                client: Client::from_env()?,
                name: format!("{} at {platform}", env::var(variables[0])?),
                today: today(&platform)?,
                _sandbox: None,
            });
        };
        // The clock stands still, so that every run has the same chats.
        let now: Timestamp = format!("{SANDBOX_DAY}T00:00:00Z").parse()?;
        let sandbox = Sandbox::builder().clock(move || now).start().await?;
        eprintln!("using the embedded sandbox (clock fixed at {now}) because {unset} is not set");
        Ok(Self {
            client: sandbox.client()?,
            name: "the embedded sandbox".to_owned(),
            today: SANDBOX_DAY.parse()?,
            _sandbox: Some(sandbox),
        })
    }
}

/// Returns the current day in UTC. On loopback it is the day of the example `sandbox`.
fn today(platform: &str) -> Outcome<Date> {
    if platform.starts_with("http://127.0.0.1:") || platform.starts_with("http://localhost:") {
        return Ok(SANDBOX_DAY.parse()?);
    }
    Ok(Offset::UTC.to_datetime(Timestamp::now()).date())
}
