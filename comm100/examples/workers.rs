//! Several processes that share one day's requests through Redis: none knows of the others, and
//! together they send exactly as many as the account may.
//!
//! ```sh
//! cargo run --example workers --features redis -- --redis redis://127.0.0.1:6379/
//! ```
//!
//! It always talks to a sandbox of its own, since it uses up the day of the account that it talks
//! to.

use std::{
    env,
    error::Error,
    process::{Command, ExitCode, Stdio},
    time::{SystemTime, UNIX_EPOCH},
};

use clap::Parser;
use comm100::{
    Client, Credentials, Platform, RedisQuotaStore, sandbox::Sandbox, v1::DepartmentsApi as _,
};

/// Starts several processes that call until the day's requests, which they share through Redis,
/// are used up, and tells how many each got.
///
/// They call a sandbox that this program starts, never an account.
#[derive(Parser)]
struct Options {
    /// Where Redis is, as in `redis://127.0.0.1:6379/`.
    #[arg(long, value_name = "URL")]
    redis: String,
    /// How many processes to start.
    #[arg(long, default_value_t = 4)]
    workers: usize,
    /// How many requests the account may make a day.
    #[arg(long, default_value_t = 1_000)]
    limit: u64,
    /// What the keys in Redis begin with; makes this process a worker.
    #[arg(long, hide = true)]
    prefix: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = match &options.prefix {
        Some(prefix) => work(&options, prefix).await,
        None => lead(&options).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Starts the sandbox and the workers, and adds up what they print.
async fn lead(options: &Options) -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::builder()
        .daily_limit(options.limit)
        .start()
        .await?;
    let email = sandbox.credentials().email().to_owned();
    let api_key = sandbox.api_key(&email).unwrap_or_default();
    // Each run counts from nothing; the keys expire by themselves.
    let moment = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let prefix = format!("comm100-workers-{moment}");
    let mut workers = Vec::new();
    for _ in 0..options.workers {
        let worker = Command::new(env::current_exe()?)
            .args(["--redis", &options.redis, "--prefix", &prefix])
            .args(["--limit", &options.limit.to_string()])
            // Not as arguments, which every process of the machine can read.
            .env("COMM100_PLATFORM", sandbox.origin())
            .env("COMM100_EMAIL", &email)
            .env("COMM100_API_KEY", &api_key)
            .stdout(Stdio::piped())
            .spawn()?;
        workers.push(worker);
    }
    let mut sum = 0;
    // Nothing else runs here while this waits: the sandbox has a thread of its own.
    for (number, worker) in (1..).zip(workers) {
        let output = worker.wait_with_output()?;
        if !output.status.success() {
            return Err(format!("worker {number} failed").into());
        }
        let calls: u64 = String::from_utf8(output.stdout)?.trim().parse()?;
        println!("worker {number}: {calls:>6} calls");
        sum += calls;
    }
    println!("together: {sum:>6} calls of {}", options.limit);
    println!("counted: {:>7} by the sandbox", sandbox.used_today());
    Ok(())
}

/// Calls until the day's requests are used up, and prints how many calls were answered.
async fn work(options: &Options, prefix: &str) -> Result<(), Box<dyn Error>> {
    let client = Client::builder()
        .platform(env::var("COMM100_PLATFORM")?.parse::<Platform>()?)
        .credentials(Credentials::from_env()?)
        .daily_limit(options.limit)
        .quota_store(RedisQuotaStore::new(&options.redis)?.prefix(prefix))
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
