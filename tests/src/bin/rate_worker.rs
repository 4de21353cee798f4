//! One of several processes that share a rate limit: makes calls at once and
//! prints the number that succeeded.
//!
//! `rate_worker ORIGIN REDIS_URL REQUESTS MILLISECONDS CALLS`

use std::time::Duration;

use comm100::{RedisQuotaStore, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use tokio::task::JoinSet;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [origin, redis, requests, milliseconds, calls] = &arguments[..] else {
        return Err("rate_worker ORIGIN REDIS_URL REQUESTS MILLISECONDS CALLS".into());
    };
    let per = Duration::from_millis(milliseconds.parse()?);
    let client = client::builder(origin)?
        .retry(RetryPolicy::off())
        .rate_limit(requests.parse()?, per)
        .quota_store(RedisQuotaStore::new(redis)?)
        .build()?;
    let mut running = JoinSet::new();
    for _ in 0..calls.parse()? {
        running.spawn(client.read("1").send());
    }
    let mut answered = 0;
    while let Some(call) = running.join_next().await {
        call??;
        answered += 1;
    }
    println!("{answered}");
    Ok(())
}
