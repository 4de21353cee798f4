//! One request however many wait, renewed before its end, and once after a 401.

use std::time::Duration;

use comm100::{Client, Credentials, ErrorKind, RetryPolicy, Sent};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::fault::{FaultServer, Gate, Reply};
use tokio::task::JoinSet;

use crate::issuer::{Issuer, TOKEN, build, builder};

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_calls_that_wait_make_one_request() {
    let issuer = Issuer::default();
    let gate = Gate::new();
    issuer.state().before_token = Some(Reply::new().gate(&gate));
    let server = issuer.serve().await;
    // A token request takes no place among those in flight.
    let client = builder(&server)
        .max_in_flight(50)
        .build()
        .expect("a client");
    let mut calls = JoinSet::new();
    for _ in 0..1000 {
        calls.spawn(client.clone().read("1").send());
    }
    gate.reached(1).await;
    gate.open();
    for outcome in calls.join_all().await {
        outcome.expect("an answer");
    }
    assert_eq!((issuer.token_requests(), issuer.state().calls), (1, 1000));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_calls_after_its_end_make_one_request() {
    for expires_in in ["0", "\"0\"", "-5", "0.000001"] {
        let issuer = Issuer::default();
        issuer.state().expires_in = Some(expires_in.into());
        let server = issuer.serve().await;
        let client = build(&server);
        client
            .read("1")
            .await
            .expect("a token of no life serves who asked for it");
        issuer.state().expires_in = Some("\"43199\"".into());
        let mut calls = JoinSet::new();
        for _ in 0..1000 {
            calls.spawn(client.clone().read("1").send());
        }
        for outcome in calls.join_all().await {
            outcome.expect("an answer");
        }
        assert_eq!(issuer.token_requests(), 2, "{expires_in}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_end_it_lasts() {
    for expires_in in [None, Some("null"), Some("\"soon\""), Some("1e300")] {
        let issuer = Issuer::default();
        issuer.state().expires_in = expires_in.map(str::to_owned);
        let server = issuer.serve().await;
        let client = build(&server);
        for _ in 0..20 {
            client.read("1").await.expect("an answer");
        }
        assert_eq!(issuer.token_requests(), 1, "{expires_in:?}");
    }
}

/// While the renewal of a token that is due takes its time, calls go on with the one that is valid.
#[tokio::test(flavor = "multi_thread")]
async fn no_call_waits_for_a_renewal_that_is_not_needed_yet() {
    let issuer = Issuer::default();
    issuer.state().expires_in = Some("20".into());
    let server = issuer.serve().await;
    let client = build(&server);
    client.read("1").await.expect("an answer");
    // The next one is delayed, and the current one is due after 1.8 s.
    issuer.revoke_all();
    issuer.state().expires_in = Some("2".into());
    client.read("1").await.expect("a new token");
    let gate = Gate::new();
    issuer.state().before_token = Some(Reply::new().gate(&gate));
    while issuer.token_requests() < 3 {
        client.read("1").await.expect("an answer");
    }
    let before = issuer.state().calls;
    client.read("1").await.expect("the old token is valid");
    assert!(issuer.state().calls > before);
    gate.open();
    while issuer.token_requests() < 4 {
        client.read("1").await.expect("an answer");
    }
    assert_eq!(issuer.state().rejected, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_calls_over_five_renewals_all_succeed() {
    let issuer = Issuer::default();
    issuer.state().expires_in = Some("1".into());
    issuer.state().life = Some(Duration::from_secs(1));
    let server = issuer.serve().await;
    let client = build(&server);
    let mut workers = JoinSet::new();
    for _ in 0..16 {
        let (client, issuer) = (client.clone(), issuer.clone());
        workers.spawn(async move {
            while issuer.token_requests() < 6 || issuer.state().calls < 10_000 {
                client.create("1").await.expect("an answer");
            }
        });
    }
    workers.join_all().await;
    assert!(issuer.token_requests() < 40, "{}", issuer.token_requests());
}

/// Returns a client without retries whose token was revoked after its first call, and its server.
async fn with_a_revoked_token(issuer: &Issuer) -> (Client, FaultServer) {
    let server = issuer.serve().await;
    let client = builder(&server)
        .retry(RetryPolicy::off())
        .build()
        .expect("a client");
    client.read("1").await.expect("an answer");
    issuer.revoke_all();
    (client, server)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_401_renews_once_and_repeats_the_attempt_of_any_call() {
    for kind in Kind::ALL {
        let issuer = Issuer::default();
        let (client, _server) = with_a_revoked_token(&issuer).await;
        kind.call(&client, "1").await.expect("a new token");
        let state = issuer.state();
        assert_eq!(
            (state.token_requests, state.calls, state.rejected),
            (2, 3, 1),
            "{kind:?}"
        );
    }
}

/// A renewed token that was accepted once and is then revoked is renewed like the first one.
#[tokio::test(flavor = "multi_thread")]
async fn tokens_that_are_revoked_one_after_the_other_are_each_renewed() {
    let issuer = Issuer::default();
    let server = issuer.serve().await;
    let client = build(&server);
    client.read("1").await.expect("an answer");
    for requests in 2..5 {
        issuer.revoke_all();
        client.read("1").await.expect("a new token");
        assert_eq!(issuer.token_requests(), requests);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_calls_with_a_revoked_token_renew_it_once() {
    let issuer = Issuer::default();
    let server = issuer.serve().await;
    let client = build(&server);
    client.read("1").await.expect("an answer");
    issuer.revoke_all();
    let mut calls = JoinSet::new();
    for _ in 0..200 {
        calls.spawn(client.clone().create("1").send());
    }
    for outcome in calls.join_all().await {
        outcome.expect("an answer");
    }
    assert_eq!(issuer.token_requests(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_callers_never_leave_the_cache_locked() {
    let issuer = Issuer::default();
    let gate = Gate::new();
    issuer.state().before_token = Some(Reply::new().gate(&gate));
    let server = issuer.serve().await;
    let client = build(&server);
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        calls.spawn(client.clone().read("1").send());
    }
    gate.reached(1).await;
    calls.shutdown().await;
    let error = client.read("1").timeout(Duration::from_millis(50)).await;
    assert_eq!(error.expect_err("no token yet").kind(), ErrorKind::Timeout);
    gate.open();
    client.read("1").await.expect("an answer");
    assert_eq!(issuer.token_requests(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_that_are_swapped_during_a_renewal_win() {
    let issuer = Issuer::default();
    let server = issuer.serve().await;
    let client = build(&server);
    client.read("1").await.expect("an answer");
    let good = format!("{TOKEN}-1");
    // A second client waits for a delayed token.
    let gate = Gate::new();
    issuer.state().before_token = Some(Reply::new().gate(&gate));
    let client = build(&server);
    let waiting = tokio::spawn(client.read("1").send());
    gate.reached(1).await;
    client
        .set_credentials(Credentials::bearer(&good))
        .expect("credentials");
    waiting
        .await
        .expect("a task")
        .expect("the new credentials serve");
    gate.open();
    let request = client.read("1").request().expect("a request");
    assert_eq!(request.headers()["authorization"], format!("Bearer {good}"));
    client.read("1").await.expect("an answer");
    let request = client.read("1").request().expect("a request");
    assert_eq!(request.headers()["authorization"], format!("Bearer {good}"));
}

/// The 401 did nothing; what the second attempt did is not known.
#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_breaks_off_after_a_401_may_have_been_done() {
    for kind in [Kind::Create, Kind::Amend, Kind::Replace] {
        let issuer = Issuer::default();
        let (client, _server) = with_a_revoked_token(&issuer).await;
        issuer.state().on_call = Some(|number| (number == 3).then(|| Reply::new().close()));
        let error = kind.call(&client, "1").await.expect_err("no answer");
        assert_eq!(
            (error.kind(), error.sent(), error.attempts()),
            (ErrorKind::Transport, Sent::Maybe, 2),
            "{kind:?}"
        );
        let text = error.to_string();
        assert!(
            text.contains("not known whether the service acted"),
            "{text}"
        );
    }
}
