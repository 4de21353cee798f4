//! What a shared store learns: the names of accounts and hosts.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::{
    BoxFuture, QuotaCount, QuotaKey, QuotaStore, RateKey, RateLimit, RedisQuotaStore, Turn,
};
use comm100_tests::calls::Faults as _;
use comm100_tests::client::{self, EMAIL, TOKEN};
use comm100_tests::fault::{FaultServer, Reply};
use comm100_tests::redis::RedisServer;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

use crate::credentials::kinds;
use crate::{assert_keeps, debug};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Keeps all that it is passed, as text.
#[derive(Clone, Default)]
struct Keys(Arc<Mutex<String>>);

impl Keys {
    fn add(&self, text: &str) {
        self.0.lock().expect("a lock").push_str(text);
    }
}

impl QuotaStore for Keys {
    fn take<'a>(&'a self, key: &'a QuotaKey, _: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        self.add(&format!("{key} {key:?} "));
        Box::pin(async { Ok(true) })
    }

    fn count<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        self.add(&format!("{key} {key:?} "));
        Box::pin(async { Ok(QuotaCount::default()) })
    }

    fn exhaust<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        self.add(&format!("{key} {key:?} "));
        Box::pin(async { Ok(()) })
    }

    fn reserve<'a>(
        &'a self,
        key: &'a RateKey,
        limit: RateLimit,
        longest: Duration,
    ) -> BoxFuture<'a, Outcome<Turn>> {
        self.add(&format!("{key} {key:?} {limit:?} {longest:?} "));
        Box::pin(async { Ok(Turn::After(Duration::ZERO)) })
    }
}

async fn server() -> FaultServer {
    FaultServer::builder()
        .on_request(|_, request| {
            if request.target().contains("oauth") {
                return Reply::status(200, format!(r#"{{"access_token":"{TOKEN}"}}"#));
            }
            Reply::status(403, r#"{"message":"Daily request limit exceeded"}"#)
        })
        .start()
        .await
        .expect("a server")
}

/// One call with each kind of credentials, and the count of its day.
async fn calls<S: QuotaStore>(server: &FaultServer, store: impl Fn() -> S) {
    for (name, credentials) in kinds() {
        let client = client::builder(server.origin())
            .expect("an origin")
            .credentials(credentials)
            .daily_limit(1_000)
            .rate_limit(1_000, Duration::from_secs(60))
            .quota_store(store());
        // A token does not name its account.
        let client = if name.contains("token") {
            client.quota_account("acme")
        } else {
            client
        };
        let client = client.build().expect("a client");
        client.read("1").await.expect_err("the day is used up");
        assert_keeps(name, &debug(&client.quota().await));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_gets_no_credentials() {
    let keys = Keys::default();
    let server = server().await;
    calls(&server, || keys.clone()).await;
    let text = keys.0.lock().expect("a lock").clone();
    assert!(text.contains("acme:"), "{text}");
    assert!(text.contains("127.0.0.1"), "{text}");
    assert!(!text.contains(EMAIL), "{text}");
    assert_keeps("the keys", &text);
}

/// Every command that Redis carries out, those of scripts too.
#[tokio::test(flavor = "multi_thread")]
async fn redis_gets_no_credentials() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let address = ("127.0.0.1", redis.port());
    let mut monitor = TcpStream::connect(address).await.expect("Redis");
    monitor.write_all(b"MONITOR\r\n").await.expect("Redis");
    let mut lines = BufReader::new(monitor).lines();
    assert_eq!(
        lines.next_line().await.expect("Redis").as_deref(),
        Some("+OK")
    );
    let server = server().await;
    let url = redis.url();
    calls(&server, || RedisQuotaStore::new(&url).expect("a URL")).await;
    // The last command, after which there are no others.
    let mut other = TcpStream::connect(address).await.expect("Redis");
    other.write_all(b"ECHO the-end\r\n").await.expect("Redis");
    let mut commands = String::new();
    loop {
        let line = lines.next_line().await.expect("Redis").expect("a line");
        if line.contains("the-end") {
            break;
        }
        commands.push_str(&line);
    }
    assert!(commands.contains("acme"), "{commands}");
    assert!(!commands.contains(EMAIL), "{commands}");
    assert_keeps("a command", &commands);
}
