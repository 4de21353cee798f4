//! The count in a real Redis, for several processes.

use std::process::Stdio;
use std::time::{Duration, Instant};

use comm100::{ErrorKind, QuotaOutage, RedisQuotaStore, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Gate, Reply};
use comm100_tests::redis::{RedisServer, free_port};
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::task::JoinSet;

use crate::{NOON, client_at, is_refused_here, quota_of, refusal};

pub(crate) fn store(redis: &RedisServer) -> RedisQuotaStore {
    RedisQuotaStore::new(&redis.url()).expect("a URL")
}

/// 4 processes of 32 tasks each, with one connection to Redis per process: not
/// one request over the limit.
#[tokio::test(flavor = "multi_thread")]
async fn processes_that_race_send_exactly_the_limit() {
    const PROCESSES: usize = 4;
    const LIMIT: usize = 1000;
    let Some(redis) = RedisServer::start() else {
        return;
    };
    // All processes have started before the first response.
    let gate = Gate::new();
    let server_gate = gate.clone();
    let server = FaultServer::builder()
        .on_request(move |_, _| {
            let mut reply = Reply::new().gate(&server_gate);
            reply.steps.extend(Reply::ok().steps);
            reply
        })
        .start()
        .await
        .expect("a server");
    let mut workers = JoinSet::new();
    for _ in 0..PROCESSES {
        let worker = Command::new(env!("CARGO_BIN_EXE_quota_worker"))
            .args([server.origin(), &redis.url(), &LIMIT.to_string(), "32"])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("a process");
        workers.spawn(worker.wait_with_output());
    }
    server
        .until(|counts| counts.requests >= PROCESSES * 32)
        .await;
    gate.open();
    let mut answered = Vec::new();
    while let Some(output) = workers.join_next().await {
        let output = output.expect("a task").expect("a process");
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).expect("text");
        answered.push(text.trim().parse::<usize>().expect("a number"));
    }
    assert_eq!(server.received().len(), LIMIT);
    assert_eq!(answered.iter().sum::<usize>(), LIMIT, "{answered:?}");
    assert!(
        answered.iter().all(|share| *share >= 32),
        "all took part: {answered:?}"
    );
}

/// Keys expire, accounts do not mix, and no key contains an email.
#[tokio::test]
async fn keys_expire_and_name_nobody() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| {
        client.quota_store(store(&redis).prefix("tests"))
    });
    client.read("1").await.expect("an answer");
    let (other, _) = client_at(NOON, &server, |client| {
        client
            .quota_store(store(&redis).prefix("tests"))
            .quota_account("acme")
    });
    other.read("1").await.expect("an answer");
    assert_eq!(quota_of(&client).await.1, 1);
    let mut keys = redis.ask("KEYS *").await;
    keys.retain(|line| line.contains("2026-03-01"));
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert!(
        keys.contains(&"tests:{acme:2026-03-01}:used".to_owned()),
        "{keys:?}"
    );
    assert!(keys.iter().all(|key| !key.contains('@')), "{keys:?}");
    for key in keys {
        let left = redis.ask(&format!("TTL {key}")).await[0].clone();
        let left: u64 = left.trim_start_matches(':').parse().expect("seconds");
        assert!((172_000..=172_800).contains(&left), "{left}");
    }
}

#[tokio::test]
async fn while_it_is_away_calls_are_refused_or_pass() {
    let port = free_port().expect("a port");
    let url = format!("redis://127.0.0.1:{port}/");
    let server = FaultServer::builder().start().await.expect("a server");
    let store = || RedisQuotaStore::new(&url).expect("a URL");
    let (strict, _) = client_at(NOON, &server, |client| {
        client.daily_limit(2).quota_store(store())
    });
    let (lax, _) = client_at(NOON, &server, |client| {
        client
            .daily_limit(2)
            .quota_store(store())
            .quota_outage(QuotaOutage::LetPass)
    });
    let error = strict.read("1").await.expect_err("no Redis");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::QuotaUnavailable, Sent::No)
    );
    assert!(std::error::Error::source(&error).is_some());
    lax.read("1").await.expect("let pass");
    lax.read("1").await.expect("let pass");
    let error = lax.read("1").await.expect_err("its own limit");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(server.received().len(), 2);
}

/// The client connects to a restarted Redis by itself, without an error.
#[tokio::test]
async fn a_connection_that_broke_is_replaced() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let port = redis.port();
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| {
        client.daily_limit(10).quota_store(store(&redis))
    });
    client.read("1").await.expect("an answer");
    drop(redis);
    let redis = RedisServer::start_on(port).expect("Redis again");
    for _ in 0..3 {
        client.read("1").await.expect("an answer");
    }
    // Its memory is gone; the count continues where the client knew it.
    assert_eq!(quota_of(&client).await.1, 4);
    drop(redis);
}

/// Every client knows the count as it last saw it, and Redis takes it from them.
#[tokio::test]
async fn a_restart_without_data_lets_no_second_limit_through() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let port = redis.port();
    let server = FaultServer::builder().start().await.expect("a server");
    let connected = || {
        client_at(NOON, &server, |client| {
            client.daily_limit(10).quota_store(store(&redis))
        })
        .0
    };
    let (one, two) = (connected(), connected());
    for client in [&one, &two, &one, &one, &two, &two, &one, &one] {
        client.read("1").await.expect("an answer");
    }
    drop(redis);
    let redis = RedisServer::start_on(port).expect("Redis again");
    one.read("1").await.expect("the ninth");
    two.read("1").await.expect("the tenth");
    let third = client_at(NOON, &server, |client| {
        client.daily_limit(10).quota_store(store(&redis))
    })
    .0;
    for client in [&one, &two, &third] {
        let error = client.read("1").await.expect_err("the limit");
        assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
        assert_eq!(quota_of(client).await.1, 10);
    }
    drop(redis);
    let redis = RedisServer::start_on(port).expect("Redis again");
    let error = two.read("1").await.expect_err("the limit");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(server.received().len(), 10);
    drop(redis);
}

/// A command that Redis refuses is not repeated, and its connection stays.
#[tokio::test]
async fn what_it_refuses_is_asked_once() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| {
        client.quota_store(store(&redis)).quota_account("acme")
    });
    client.read("1").await.expect("an answer");
    let key = "comm100:{acme:2026-03-01}:used";
    redis.ask(&format!("RENAME {key} kept")).await;
    redis.ask(&format!("RPUSH {key} list")).await;
    redis.ask("CONFIG RESETSTAT").await;
    let error = client.read("1").await.expect_err("no count");
    assert_eq!(error.kind(), ErrorKind::QuotaUnavailable);
    let stats = redis.ask("INFO stats").await;
    // That of `ask` itself.
    assert!(stats.contains(&"total_connections_received:1".to_owned()));
    redis.ask(&format!("RENAME kept {key}")).await;
    client.read("1").await.expect("an answer");
    assert_eq!(quota_of(&client).await.1, 2);
}

/// A Redis that accepts connections and does not respond delays no call beyond its timeout,
/// and a thousand callers do not wait one after the other.
#[tokio::test(flavor = "multi_thread")]
async fn a_silent_one_blocks_no_call_for_long() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let url = format!("redis://{}/", listener.local_addr().expect("an address"));
    let server = FaultServer::builder().start().await.expect("a server");
    let store = RedisQuotaStore::new(&url)
        .expect("a URL")
        .timeout(Duration::from_millis(200));
    let (client, _) = client_at(NOON, &server, |client| client.quota_store(store));
    let started = Instant::now();
    let mut calls = JoinSet::new();
    for _ in 0..1000 {
        calls.spawn(client.read("1").send());
    }
    for outcome in calls.join_all().await {
        let error = outcome.expect_err("no count");
        assert_eq!(error.kind(), ErrorKind::QuotaUnavailable);
    }
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "{:?}",
        started.elapsed()
    );
    assert_eq!(server.received().len(), 0);
}

#[test]
fn the_url_is_checked_and_its_password_shown_nowhere() {
    for url in [
        "",
        "127.0.0.1:6379",
        "http://127.0.0.1",
        "redis://:SECRET@host:port",
    ] {
        let error = RedisQuotaStore::new(url).expect_err(url);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(!format!("{error} {error:?}").contains("SECRET"));
    }
    let store = RedisQuotaStore::new("redis://user:SECRET@127.0.0.1:6379/1").expect("a URL");
    assert!(!format!("{store:?}").contains("SECRET"));
}

/// Both the client that the service refused and the one that learned of it from Redis remember it.
#[tokio::test]
async fn while_redis_is_away_a_refusal_is_remembered() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let server = FaultServer::replies([refusal("Daily request limit exceeded"), Reply::ok()])
        .await
        .expect("a server");
    let (one, _) = client_at(NOON, &server, |client| client.quota_store(store(&redis)));
    let (two, _) = client_at(NOON, &server, |client| client.quota_store(store(&redis)));
    one.read("1").await.expect_err("the service's limit");
    is_refused_here(&two).await;
    drop(redis);
    is_refused_here(&one).await;
    is_refused_here(&two).await;
    assert_eq!(server.received().len(), 1);
}
