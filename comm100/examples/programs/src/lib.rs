//! Shared by the example programs: the account that they use, their output, and how they exit.

#[macro_use]
#[path = "../../shared/mod.rs"]
pub mod shared;
mod account;
mod api;

pub use account::Account;
pub use api::Api;

use std::{error::Error, process::ExitCode};

/// The result of a program, whatever went wrong.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Reports an error on one line of stderr and turns the outcome into an exit code.
#[must_use]
pub fn exit(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
