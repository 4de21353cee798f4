//! One of several processes that share a day's limit: calls until it is
//! refused, and prints the number of calls that succeeded.
//!
//! `quota_worker ORIGIN REDIS_URL LIMIT TASKS`

use comm100::{Error, RedisQuotaStore};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use tokio::task::JoinSet;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [origin, redis, limit, tasks] = &arguments[..] else {
        return Err("quota_worker ORIGIN REDIS_URL LIMIT TASKS".into());
    };
    let client = client::builder(origin)?
        .attempt_timeout(std::time::Duration::from_secs(30))
        .timeout(std::time::Duration::from_secs(60))
        .daily_limit(limit.parse()?)
        .quota_store(RedisQuotaStore::new(redis)?)
        .build()?;
    let mut running = JoinSet::new();
    for _ in 0..tasks.parse()? {
        let client = client.clone();
        running.spawn(async move {
            let mut answered = 0_u64;
            loop {
                match client.read("1").await {
                    Ok(_) => answered += 1,
                    Err(error) if error.is_quota_exhausted() => return Ok::<_, Error>(answered),
                    Err(error) => return Err(error),
                }
            }
        });
    }
    let mut answered = 0;
    while let Some(task) = running.join_next().await {
        answered += task??;
    }
    println!("{answered}");
    Ok(())
}
