//! Shared by the examples: output to a pipe that may close, and the command line.
#![allow(
    clippy::must_use_candidate,
    dead_code,
    unreachable_pub,
    unused_macros,
    reason = "each example uses what it needs"
)]

use std::{
    env, fmt,
    io::{self, Write},
    process,
};

/// The day in the sandboxes of the examples, so that all of them have the same chats.
pub const SANDBOX_DAY: &str = "2026-10-01";

/// Prints to stdout like `std::print!`, but drops the text if the reader has gone, as in `| head -1`.
#[macro_export]
macro_rules! print {
    ($($argument:tt)*) => {{
        let _ = $crate::shared::write(
            &mut ::std::io::stdout(),
            ::core::format_args!($($argument)*),
        );
    }};
}

/// Prints a line to stdout like `std::println!`, but drops it if the reader has gone.
#[macro_export]
macro_rules! println {
    ($($argument:tt)*) => { $crate::print!("{}\n", ::core::format_args!($($argument)*)) };
}

/// Prints a line to stderr like `std::eprintln!`, but drops it if the reader has gone.
#[macro_export]
macro_rules! eprintln {
    ($($argument:tt)*) => {{
        let _ = $crate::shared::write(
            &mut ::std::io::stderr(),
            ::core::format_args!("{}\n", ::core::format_args!($($argument)*)),
        );
    }};
}

/// Writes `text`, and returns false if the reader has gone. That is not an error: the program
/// continues its work, so that `| head -1` never leaves a change half done.
pub fn write(stream: &mut dyn Write, text: fmt::Arguments<'_>) -> bool {
    match stream.write_fmt(text).and_then(|()| stream.flush()) {
        Ok(()) => true,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => false,
        Err(error) => fail(&format!("cannot write the output: {error}")),
    }
}

/// Waits until stdout is closed, as after `| head -1`, so that a server ends quietly
/// instead of serving unseen. Waits forever if stdout is a file, and where this cannot be known.
#[cfg(unix)]
pub async fn stdout_closed() {
    use std::os::fd::AsFd as _;
    use tokio::{io::Interest, net::unix::pipe::Sender};
    // Nothing is written through the copy, so that a stdout that may block is fine.
    let copy = io::stdout().as_fd().try_clone_to_owned();
    if let Ok(stdout) = copy.and_then(Sender::from_owned_fd_unchecked) {
        while let Ok(ready) = stdout.ready(Interest::ERROR).await {
            if ready.is_error() {
                return;
            }
        }
    }
    std::future::pending::<()>().await;
}

/// Waits forever.
#[cfg(not(unix))]
pub async fn stdout_closed() {
    std::future::pending::<()>().await;
}

/// Prints `usage` and exits if the only argument is `--help` or `-h`. Rejects all others.
pub fn no_options(usage: &str) {
    if let Some(argument) = arguments(usage).first() {
        fail(&format!("unexpected argument `{argument}`; see `--help`"));
    }
}

/// Returns the value of the only option, `name`. Prints `usage` and exits if the argument is
/// `--help` or `-h`. Rejects all others.
pub fn option(usage: &str, name: &str) -> Option<String> {
    let arguments = arguments(usage);
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => None,
        [given, value] if given == name => Some(value.to_owned()),
        [given] if given == name => fail(&format!("`{name}` needs a value; see `--help`")),
        [given, ..] if given != name => {
            fail(&format!("unexpected argument `{given}`; see `--help`"))
        }
        _ => fail(&format!("expected `{name}` and its value; see `--help`")),
    }
}

/// Returns the arguments. Prints `usage` and exits if one of them is `--help` or `-h`.
pub fn arguments(usage: &str) -> Vec<String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments
        .iter()
        .any(|given| given == "--help" || given == "-h")
    {
        println!("{}", usage.trim_end());
        process::exit(0);
    }
    arguments
}

/// Prints the error on one line and exits with status 1.
pub fn fail(message: &str) -> ! {
    eprintln!("error: {message}");
    process::exit(1)
}

/// Builds an example again with a feature and runs it, with the same arguments.
///
/// The feature is off by default, so that the other examples build without its dependencies.
pub fn run_with_feature(example: &str, feature: &str) -> ! {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = process::Command::new(cargo);
    command
        .args(["run", "--quiet", "--example", example])
        .args(["--features", feature, "--"])
        .args(env::args_os().skip(1));
    let error = match replace_with(command) {
        Ok(code) => process::exit(code),
        Err(error) => error,
    };
    fail(&format!(
        "cannot run cargo: {error}; add `--features {feature}` to the command"
    ))
}

/// Replaces this process, so that a signal to it reaches the program.
#[cfg(unix)]
fn replace_with(mut command: process::Command) -> io::Result<i32> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

#[cfg(not(unix))]
fn replace_with(mut command: process::Command) -> io::Result<i32> {
    Ok(command.status()?.code().unwrap_or(1))
}
