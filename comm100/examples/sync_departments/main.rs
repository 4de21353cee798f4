//! Brings an account's departments to what a TOML file says: first the plan, then, with `--apply`,
//! the changes. A second run has nothing to do.
//!
//! ```sh
//! cargo run --example sync_departments -- comm100/examples/departments.toml
//! ```
//!
//! The embedded sandbox ends with the program. To see the second run do nothing, serve one with
//! `cargo run --example sandbox` and set the three variables to what it prints.

mod file;
mod plan;
#[path = "../shared/mod.rs"]
mod shared;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use comm100::v1::{AgentsApi as _, DepartmentsApi as _};

use plan::Plan;
use shared::{Account, Outcome};

/// Brings an account's departments to what a TOML file says. Prints the plan, and carries it out
/// with `--apply`.
///
/// A department is known by its name, without regard to case. A description or members that the
/// file leaves out stay as they are. The account is that of `COMM100_EMAIL`, `COMM100_API_KEY` and
/// `COMM100_PLATFORM`, or the embedded sandbox if one of them is not set.
#[derive(Parser)]
struct Options {
    /// The file: `[[department]]` with a name, a description and the email addresses of members.
    file: PathBuf,
    /// Carries out the plan.
    #[arg(long)]
    apply: bool,
    /// Removes departments that the file does not name, and their chats with them, for good.
    #[arg(long)]
    remove: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    shared::exit(sync(Options::parse()).await)
}

async fn sync(options: Options) -> Outcome {
    let wanted = file::read(&options.file)?;
    let account = Account::open().await?;
    let client = &account.client;
    let (present, agents) = tokio::try_join!(
        client.list_departments().send(),
        client.list_agents().send(),
    )?;
    let plan = Plan::new(&wanted, &present, &agents, options.remove)?;
    print!("{plan}");
    if plan.changes.is_empty() {
        return Ok(());
    }
    if !options.apply {
        println!("Nothing was changed; --apply carries this out.");
        return Ok(());
    }
    for change in &plan.changes {
        change
            .apply(client)
            .await
            .map_err(|error| format!("{}: {error}; run again to go on", change.heading()))?;
    }
    println!("Done.");
    Ok(())
}
