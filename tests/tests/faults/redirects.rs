//! Redirects are never followed: the authorization would go along.

use comm100::{ErrorKind, Sent};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::client::{self, VALUE};
use comm100_tests::fault::{FaultServer, Reply};

use crate::table::{Case, failure, run};

#[tokio::test(flavor = "multi_thread")]
async fn none_is_followed() {
    let cases = [301, 302, 303, 307, 308]
        .into_iter()
        .flat_map(|status| {
            [
                "http://example.com/",
                "https://other.example/login",
                "//other.example",
                "/api/v1/livechat/faults/2",
                "?",
            ]
            .map(|location| (status, location))
        })
        .map(|(status, location)| {
            Case::reply(
                "a redirect",
                Reply::with_headers(status, &[("location", location)], ""),
            )
            .on(
                &[Kind::Read, Kind::Create, Kind::Remove],
                failure(ErrorKind::Redirect, Sent::Yes, 1).status(status),
            )
        });
    let others = [
        Case::reply("300", Reply::status(300, ""))
            .all(failure(ErrorKind::Redirect, Sent::Yes, 1).status(300)),
        Case::reply("304", Reply::head(304, &[]))
            .all(failure(ErrorKind::Api, Sent::Yes, 1).status(304)),
    ];
    run(cases.chain(others).collect()).await;
}

/// Redirects to itself without end, and over a second server to a third: no other server gets a
/// request.
#[tokio::test]
async fn loops_and_hops_end_at_the_first_answer() {
    let stranger = FaultServer::builder().start().await.expect("a server");
    let target = format!("{}/api/v1/livechat/faults/1", stranger.origin());
    let between = FaultServer::replies([Reply::with_headers(307, &[("location", &target)], "")])
        .await
        .expect("a server");
    let middle = format!("{}/api/v1/livechat/faults/1", between.origin());
    for location in ["/api/v1/livechat/faults/1", &middle, &target] {
        let server =
            FaultServer::replies([Reply::with_headers(307, &[("location", location)], "")])
                .await
                .expect("a server");
        let client = crate::builder(server.origin())
            .and_then(comm100::ClientBuilder::build)
            .expect("a client");
        for outcome in [client.read("1").await, client.create("1").await] {
            let error = outcome.expect_err("a redirect");
            assert_eq!(error.kind(), ErrorKind::Redirect);
        }
        assert_eq!(server.received().len(), 2);
    }
    assert_eq!(between.counts().accepted, 0);
    assert_eq!(stranger.counts().accepted, 0);
}

/// The message names the target's origin, without path, query and user information.
#[tokio::test]
async fn the_location_is_shown_without_path_and_query() {
    let long = format!("https://{}.example/", "x".repeat(60_000));
    let cases = [
        (
            format!("https://user:{VALUE}@other.example/{VALUE}?key={VALUE}"),
            "https://other.example",
        ),
        (format!("/{VALUE}"), "another path"),
        ("http://[::1".to_owned(), "another path"),
        (format!("data:text/plain,{VALUE}"), "a URL without a host"),
        (
            format!("ftp+{VALUE}://other.example/"),
            "a URL of another scheme",
        ),
        (
            format!("//user:{VALUE}@other.example:81/{VALUE}"),
            "points to the host other.example:81,",
        ),
        (
            format!("/\\other.example/{VALUE}"),
            "the host other.example,",
        ),
        (format!("?key={VALUE}"), "another path"),
        (long, "..."),
    ];
    for (location, shown) in cases {
        let server =
            FaultServer::replies([Reply::with_headers(302, &[("location", &location)], "")])
                .await
                .expect("a server");
        let client = crate::builder(server.origin())
            .and_then(comm100::ClientBuilder::build)
            .expect("a client");
        let error = client.read(VALUE).await.expect_err("a redirect");
        let text = client::shown(&error);
        assert!(text.contains(shown), "{text}");
        assert!(client::leaks(&text).is_empty(), "{text}");
        assert!(error.to_string().len() < 1000);
    }
}
