//! 100,000 calls through a server that fails one in five, in all the ways of
//! the fault tests, at most 2 minutes long:
//!
//! `cargo run --release -p comm100-tests --bin soak [CALLS]`
//!
//! It ends with an error if a write was doubled, if a call was given up that a
//! retry could have saved, if the client's memory grew beyond 64 MiB, or if a
//! task is left. The server is a separate process (`soak serve`), so that
//! the memory is the client's alone.

mod server;
mod tally;

use std::collections::HashMap;
use std::error::Error as StdError;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use comm100::{Client, RetryPolicy};
use comm100_tests::calls::Kind;
use comm100_tests::client;
use tokio::task::JoinSet;

use tally::Tally;

const CALLS: usize = 100_000;
const IN_FLIGHT: usize = 256;
const LONGEST: Duration = Duration::from_secs(120);
const MOST_MEMORY: u64 = 64 << 20;

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    match std::env::args().nth(1).as_deref() {
        Some("serve") => server::serve().await,
        Some(calls) => soak(calls.parse()?).await,
        None => soak(CALLS).await,
    }
}

async fn soak(calls: usize) -> Outcome<()> {
    let mut server = Server::start()?;
    let before = tokio::runtime::Handle::current()
        .metrics()
        .num_alive_tasks();
    let client = client::builder(&server.origin)?
        .attempt_timeout(Duration::from_secs(1))
        .timeout(Duration::from_secs(20))
        .max_in_flight(IN_FLIGHT)
        .retry(
            // The calls that the server delays are the last to end, all at once,
            // when no success is left to pay for their retries.
            RetryPolicy::new()
                .base(Duration::from_millis(5))
                .budget(2 * u32::try_from(IN_FLIGHT)?),
        )
        .build()?;
    let started = Instant::now();
    let running = run(&client, calls);
    let (tally, memory) = tokio::time::timeout(LONGEST, running)
        .await
        .map_err(|_| format!("{calls} calls took longer than {LONGEST:?}"))??;
    let took = started.elapsed();
    let used = client.quota().await?.used();
    drop(client);
    let left = tasks_left(before).await;
    let arrived = server.arrived()?;
    tally.print(took, used, &memory, &arrived);
    let mut wrong = tally.check(&arrived);
    if memory.iter().any(|bytes| *bytes > MOST_MEMORY) {
        wrong.push(format!("the client's memory passed {MOST_MEMORY} bytes"));
    }
    if left > 0 {
        wrong.push(format!("{left} tasks are left"));
    }
    if wrong.is_empty() {
        println!("nothing doubled, nothing lost, nothing left");
        return Ok(());
    }
    for line in wrong.iter().take(20) {
        println!("WRONG: {line}");
    }
    Err(format!("{} things are wrong", wrong.len()).into())
}

/// Makes the calls; the memory at each quarter is the peak so far.
async fn run(client: &Client, calls: usize) -> Outcome<(Tally, Vec<u64>)> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut workers = JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let (client, next) = (client.clone(), Arc::clone(&next));
        workers.spawn(async move {
            let mut tally = Tally::default();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= calls {
                    return tally;
                }
                let kind = KINDS[number % KINDS.len()];
                let id = format!("call-{number}");
                let outcome = kind.call(&client, &id).await;
                tally.note(kind, &id, outcome.err());
            }
        });
    }
    let mut memory = Vec::new();
    for quarter in 1..=4 {
        while next.load(Ordering::Relaxed) < calls * quarter / 4 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        memory.push(peak_memory()?);
    }
    let mut all = Tally::default();
    while let Some(tally) = workers.join_next().await {
        all.add(tally?);
    }
    memory.push(peak_memory()?);
    Ok((all, memory))
}

/// The calls, in turn: mostly reads, and every kind of write.
const KINDS: [Kind; 20] = [
    Kind::Read,
    Kind::Create,
    Kind::Read,
    Kind::Replace,
    Kind::Read,
    Kind::Remove,
    Kind::Read,
    Kind::Mark,
    Kind::Read,
    Kind::Create,
    Kind::Read,
    Kind::Amend,
    Kind::Read,
    Kind::ResetKey,
    Kind::Read,
    Kind::Replace,
    Kind::Read,
    Kind::Create,
    Kind::Read,
    Kind::Mark,
];

/// Tasks that the client leaves behind, given some time to end.
async fn tasks_left(before: usize) -> usize {
    let metrics = tokio::runtime::Handle::current().metrics();
    for _ in 0..500 {
        if metrics.num_alive_tasks() <= before {
            return 0;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    metrics.num_alive_tasks() - before
}

/// The peak memory of this process, in bytes (Linux).
fn peak_memory() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    Ok(kilobytes
        .ok_or("no VmHWM in /proc/self/status")?
        .parse::<u64>()?
        * 1024)
}

/// The server's process.
struct Server {
    process: Child,
    output: BufReader<ChildStdout>,
    origin: String,
}

impl Server {
    fn start() -> Outcome<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = process.stdout.take().ok_or("the server has no output")?;
        let mut output = BufReader::new(output);
        let mut origin = String::new();
        output.read_line(&mut origin)?;
        Ok(Self {
            process,
            output,
            origin: origin.trim().to_owned(),
        })
    }

    /// Ends the server; how often each call arrived.
    fn arrived(&mut self) -> Outcome<HashMap<String, u32>> {
        drop(self.process.stdin.take());
        let mut text = String::new();
        self.output.read_to_string(&mut text)?;
        self.process.wait()?;
        text.lines()
            .map(|line| {
                let (id, times) = line.split_once(' ').ok_or("a line of the server's")?;
                Ok((id.to_owned(), times.parse()?))
            })
            .collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
