//! Makes an account's departments match a TOML file: prints the plan and, with `--apply`, carries
//! it out. A second run has nothing to do.
//!
//! ```sh
//! cargo run --example sync_departments -- comm100/examples/departments.toml
//! ```
//!
//! The embedded sandbox ends with the program. To see a second run do nothing, start one with
//! `cargo run --example sandbox` and set the variables that it prints.

mod file;
mod plan;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use comm100::v1::{AgentsApi as _, DepartmentsApi as _};
use comm100_programs::{Account, Api, Outcome, print, println};

use plan::Plan;

/// Makes an account's departments match a TOML file. Prints the plan, and carries it out with
/// `--apply`.
///
/// Departments are matched by name, ignoring case. A description or members that are not in the
/// file are left unchanged. The account is that of `COMM100_EMAIL`, `COMM100_API_KEY` and
/// `COMM100_PLATFORM`, or the embedded sandbox if one of them is not set.
#[derive(Parser)]
struct Options {
    /// File with one `[[department]]` each: name, description, email addresses of the members
    file: PathBuf,
    /// Carry out the plan
    #[arg(long)]
    apply: bool,
    /// Permanently remove departments that are not in the file, with their chats
    #[arg(long)]
    remove: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    comm100_programs::exit(sync(Options::parse()).await)
}

async fn sync(options: Options) -> Outcome {
    let wanted = file::read(&options.file)?;
    let account = Account::open(Api::V1).await?;
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
        println!("Nothing was changed; use --apply to carry this out.");
        return Ok(());
    }
    for change in &plan.changes {
        change.apply(client).await.map_err(|error| {
            format!(
                "{}: {error}; run the same command to resume",
                change.heading()
            )
        })?;
    }
    println!("Done.");
    Ok(())
}
