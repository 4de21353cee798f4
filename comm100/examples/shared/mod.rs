//! What the example programs share: the account that they talk to, and how they end.

use std::{env, error::Error, process::ExitCode};

use comm100::{Client, sandbox::Sandbox};
use jiff::{Timestamp, civil::Date, tz::Offset};

/// What a program answers, whatever went wrong.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The time in the embedded sandbox: it stands still, so that each run has the same chats, those
/// of the 120 days up to it.
const SANDBOX_TIME: &str = "2026-10-01T00:00:00Z";

/// The account that a program talks to.
#[allow(dead_code, reason = "each program reads what it needs")]
pub(crate) struct Account {
    pub(crate) client: Client,
    /// Which one it is, for people and for telling two apart.
    pub(crate) name: String,
    /// The present day, UTC.
    pub(crate) today: Date,
    /// Runs as long as this value.
    _sandbox: Option<Sandbox>,
}

impl Account {
    /// The account of `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM` if all three are
    /// set, else the embedded sandbox, which is said on stderr.
    pub(crate) async fn open() -> Outcome<Self> {
        let variables = ["COMM100_EMAIL", "COMM100_API_KEY", "COMM100_PLATFORM"];
        let unset = variables
            .into_iter()
            .find(|name| env::var_os(name).is_none());
        let Some(unset) = unset else {
            let name = format!("{} at {}", env::var(variables[0])?, env::var(variables[2])?);
            return Ok(Self {
                client: Client::from_env()?,
                name,
                today: day_of(Timestamp::now()),
                _sandbox: None,
            });
        };
        let now: Timestamp = SANDBOX_TIME.parse()?;
        let sandbox = Sandbox::builder().clock(move || now).start().await?;
        eprintln!("{unset} is not set: this is the embedded sandbox, where it is {now}");
        Ok(Self {
            client: sandbox.client()?,
            name: "the embedded sandbox".to_owned(),
            today: day_of(now),
            _sandbox: Some(sandbox),
        })
    }
}

fn day_of(time: Timestamp) -> Date {
    Offset::UTC.to_datetime(time).date()
}

/// Says what went wrong on one line, and makes it the program's exit code.
pub(crate) fn exit(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
