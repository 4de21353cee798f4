//! The account that the quota counts for is the agent's, not the token's.

use std::error::Error as StdError;
use std::sync::{Arc, Mutex};

use comm100::{BoxFuture, Credentials, QuotaCount, QuotaKey, QuotaStore};
use comm100_tests::calls::Faults as _;

use crate::issuer::{Issuer, PASSWORD, builder};

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

/// A store that admits all, and records the accounts.
#[derive(Clone, Default)]
struct Accounts(Arc<Mutex<Vec<String>>>);

impl QuotaStore for Accounts {
    fn take<'a>(&'a self, key: &'a QuotaKey, _: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        let mut accounts = self.0.lock().expect("no test fails with the lock");
        accounts.push(key.account().to_owned());
        Box::pin(async { Ok(true) })
    }

    fn count<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        Box::pin(async { Ok(QuotaCount::default()) })
    }

    fn exhaust<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_agent_has_an_account_whatever_the_token() {
    let server = Issuer::default().serve().await;
    let accounts = Accounts::default();
    for email in ["a@example.com", "b@example.com", "A@example.com"] {
        let client = builder(&server)
            .credentials(Credentials::password(email, PASSWORD))
            .quota_store(accounts.clone())
            .build()
            .expect("a client");
        client.read("1").await.expect("an answer");
    }
    let accounts = accounts.0.lock().expect("no test fails with the lock");
    assert_eq!(accounts.len(), 3);
    assert_ne!(accounts[0], accounts[1]);
    assert_eq!(accounts[0], accounts[2]);
}
