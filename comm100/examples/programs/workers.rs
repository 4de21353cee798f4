//! Several processes that share one daily quota through Redis. They do not communicate otherwise,
//! and together send exactly as many requests as the quota allows.
//!
//! ```sh
//! cargo run --example workers --features redis -- --redis redis://127.0.0.1:6379/
//! ```
//!
//! It always uses its own sandbox, since it uses up the account's quota of the day.

use std::{
    env,
    process::{Command, ExitCode, Stdio},
    time::{SystemTime, UNIX_EPOCH},
};

use clap::Parser;
use comm100::{ClientBuilder, Credentials, Platform, sandbox::Sandbox, v1::DepartmentsApi as _};
use comm100_programs::{Outcome, println};

/// Starts several processes that send requests until the daily quota, which they share through
/// Redis, is used up, and prints how many each sent.
///
/// They use a sandbox that this program starts, never an account.
#[derive(Parser)]
struct Options {
    /// URL of Redis, such as `redis://127.0.0.1:6379/`
    #[arg(long, value_name = "URL")]
    redis: String,
    /// Number of processes
    #[arg(long, default_value_t = 4)]
    workers: usize,
    /// Daily limit of requests
    #[arg(long, default_value_t = 1_000)]
    limit: u64,
    /// Prefix of the keys in Redis; makes this process a worker
    #[arg(long, hide = true)]
    prefix: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    comm100_programs::exit(match &options.prefix {
        Some(prefix) => work(&options, prefix).await,
        None => lead(&options).await,
    })
}

/// Starts the sandbox and the workers, and adds up the numbers that they print.
async fn lead(options: &Options) -> Outcome {
    let sandbox = Sandbox::builder()
        .daily_limit(options.limit)
        .start()
        .await?;
    let email = sandbox.credentials().email().unwrap_or_default().to_owned();
    let api_key = sandbox.api_key(&email).unwrap_or_default();
    // Each run starts at zero with its own keys, which expire.
    let moment = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let prefix = format!("comm100-workers-{moment}");
    // Reports a wrong URL before any worker starts.
    let _ = builder(options, &prefix)?;
    let mut workers = Vec::new();
    for _ in 0..options.workers {
        let worker = Command::new(env::current_exe()?)
            .args(["--redis", &options.redis, "--prefix", &prefix])
            .args(["--limit", &options.limit.to_string()])
            // Other processes can read arguments, but not the environment.
            .env("COMM100_PLATFORM", sandbox.origin())
            .env("COMM100_EMAIL", &email)
            .env("COMM100_API_KEY", &api_key)
            .stdout(Stdio::piped())
            .spawn()?;
        workers.push(worker);
    }
    let mut counts = Vec::new();
    // Blocking is fine here: the sandbox has its own thread.
    for (number, worker) in (1..).zip(workers) {
        let output = worker.wait_with_output()?;
        if !output.status.success() {
            return Err(format!("worker {number} failed").into());
        }
        let calls: u64 = String::from_utf8(output.stdout)?.trim().parse()?;
        counts.push(calls);
    }
    // Printed when all have ended: this program ends where stdout is closed, and the sandbox with it.
    for (number, calls) in (1..).zip(&counts) {
        println!("worker {number}: {calls:>6} calls");
    }
    let sum: u64 = counts.iter().sum();
    println!("together: {sum:>6} calls of {}", options.limit);
    println!("counted: {:>7} by the sandbox", sandbox.used_today());
    Ok(())
}

/// Sends requests until the quota is used up, and prints how many succeeded.
async fn work(options: &Options, prefix: &str) -> Outcome {
    let client = builder(options, prefix)?
        .platform(env::var("COMM100_PLATFORM")?.parse::<Platform>()?)
        .credentials(Credentials::from_env()?)
        .build()?;
    let mut calls: u64 = 0;
    loop {
        match client.list_departments().await {
            Ok(_) => calls += 1,
            Err(error) if error.is_quota_exhausted() => break,
            Err(error) => return Err(error.into()),
        }
    }
    println!("{calls}");
    Ok(())
}

/// Returns a builder of a client that counts in Redis.
#[cfg(feature = "redis")]
fn builder(options: &Options, prefix: &str) -> Outcome<ClientBuilder> {
    let store = comm100::RedisQuotaStore::new(&options.redis)?.prefix(prefix);
    Ok(comm100::Client::builder()
        .daily_limit(options.limit)
        .quota_store(store))
}

#[cfg(not(feature = "redis"))]
fn builder(_: &Options, _: &str) -> Outcome<ClientBuilder> {
    Err("built without Redis; add `--features redis` to the cargo command".into())
}
