//! A rate limit in a real Redis, for several processes.

use std::process::Stdio;

use comm100_tests::fault::FaultServer;
use comm100_tests::redis::RedisServer;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::task::JoinSet;

/// All commands that Redis carries out, those of scripts too.
async fn monitor(redis: &RedisServer) -> Lines<BufReader<TcpStream>> {
    let mut stream = TcpStream::connect(("127.0.0.1", redis.port()))
        .await
        .expect("Redis");
    stream.write_all(b"MONITOR\r\n").await.expect("Redis");
    let mut lines = BufReader::new(stream).lines();
    assert_eq!(
        lines.next_line().await.expect("Redis").as_deref(),
        Some("+OK")
    );
    lines
}

/// The times of the next grants.
async fn grants(monitor: &mut Lines<BufReader<TcpStream>>, number: usize) -> Vec<u64> {
    let mut grants = Vec::new();
    while grants.len() < number {
        let line = monitor.next_line().await.expect("Redis").expect("a line");
        if line.contains("\"RPUSH\"") {
            let time = line.rsplit('"').nth(1).expect("a time");
            grants.push(time.parse().expect("a number"));
        }
    }
    grants
}

/// 4 processes that all call at once: Redis grants no window of 300 ms and
/// 100 ms more than the limit, and every call has its turn.
#[tokio::test(flavor = "multi_thread")]
async fn processes_that_race_share_every_window() {
    const PROCESSES: usize = 4;
    const CALLS: usize = 8;
    const REQUESTS: usize = 7;
    const PER: u64 = 300;
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let mut monitor = monitor(&redis).await;
    let server = FaultServer::builder().start().await.expect("a server");
    let mut workers = JoinSet::new();
    for _ in 0..PROCESSES {
        let worker = Command::new(env!("CARGO_BIN_EXE_rate_worker"))
            .args([
                server.origin(),
                &redis.url(),
                &REQUESTS.to_string(),
                &PER.to_string(),
                &CALLS.to_string(),
            ])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("a process");
        workers.spawn(worker.wait_with_output());
    }
    while let Some(output) = workers.join_next().await {
        let output = output.expect("a task").expect("a process");
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).expect("text");
        assert_eq!(text.trim(), CALLS.to_string());
    }
    assert_eq!(server.received().len(), PROCESSES * CALLS);
    let grants = grants(&mut monitor, PROCESSES * CALLS).await;
    for (first, last) in grants.iter().zip(grants.iter().skip(REQUESTS)) {
        assert!(last - first > PER + 100, "{grants:?}");
    }
    // No turn is lost: one full window follows the other.
    let windows = u64::try_from(PROCESSES * CALLS / REQUESTS).expect("a number");
    let took = grants.last().expect("a grant") - grants[0];
    assert!(took >= windows * (PER + 100), "{took}");
}
