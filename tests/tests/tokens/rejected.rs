//! New tokens that are rejected too: the account may lack access.

use comm100::{ErrorKind, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::Reply;

use crate::issuer::{Issuer, build, builder};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_token_that_is_rejected_too_is_not_renewed_for_a_minute() {
    let issuer = Issuer::default();
    issuer.state().rejects_all = true;
    let server = issuer.serve().await;
    let client = build(&server);
    let error = client.read("1").await.expect_err("401");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 2));
    assert!(error.is_unauthorized());
    for _ in 0..20 {
        let error = client.read("1").await.expect_err("401");
        assert_eq!(error.attempts(), 1);
    }
    assert_eq!(issuer.token_requests(), 2);
    // The token may be accepted later.
    issuer.state().rejects_all = false;
    client.read("1").await.expect("an answer");
    assert_eq!(issuer.token_requests(), 2);
}

/// A 5xx may be a proxy's, so it does not say that the service knows the token.
#[tokio::test(flavor = "multi_thread")]
async fn a_5xx_in_between_renews_it_no_earlier() {
    let issuer = Issuer::default();
    issuer.state().rejects_all = true;
    issuer.state().on_call = Some(|number| (number == 2).then(|| Reply::status(502, "")));
    let server = issuer.serve().await;
    let client = builder(&server)
        .retry(RetryPolicy::off())
        .build()
        .expect("a client");
    let error = client.read("1").await.expect_err("502");
    assert_eq!(
        (
            error.status().map(|status| status.as_u16()),
            error.attempts()
        ),
        (Some(502), 2)
    );
    let error = client.read("1").await.expect_err("401");
    assert!(error.is_unauthorized() && error.attempts() == 1, "{error}");
    assert_eq!(issuer.token_requests(), 2);
}

/// Version 1 may reject all tokens, for example, while version 2 accepts them.
#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_rejects_all_tokens_renews_them_once_though_others_accept_them() {
    let issuer = Issuer::default();
    let server = issuer.serve().await;
    let client = build(&server);
    // Every other call is one to that endpoint, which gets a second attempt the first time.
    issuer.state().on_call = Some(|number| match number {
        2 | 3 | 5 | 7 | 9 => Some(Reply::status(401, "")),
        _ => None,
    });
    for attempts in [2, 1, 1, 1] {
        client.read("1").await.expect("an answer");
        let error = client.read("1").await.expect_err("401");
        assert!(
            error.is_unauthorized() && error.attempts() == attempts,
            "{error}"
        );
    }
    assert_eq!(issuer.token_requests(), 2);
}
