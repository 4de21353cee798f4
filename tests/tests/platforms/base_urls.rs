//! The base URL of each generation and version, and versions that a host does not serve.

use comm100::{ApiVersion, ErrorKind, Platform, Sent};

use crate::{First as _, Own as _, Second as _, builder, client, parse, url};

#[test]
fn each_generation_has_its_base_url() {
    for (platform, base) in [
        ("hosted", "https://hosted.comm100.com/api/v1/"),
        ("Enterprise", "https://ent.comm100.com/api/v1/"),
        ("hosted.comm100.com", "https://hosted.comm100.com/api/v1/"),
        (
            "euportal.comm100.com",
            "https://euportal.comm100.com/api/v1/",
        ),
        ("portal1.comm100.io", "https://api1.comm100.io/api/v3/"),
        (
            "https://portal7.comm100.io",
            "https://api7.comm100.io/api/v3/",
        ),
        ("dash11.comm100.io", "https://api11.comm100.io/v4/"),
        ("DASH17.comm100.io", "https://api17.comm100.io/v4/"),
        (
            "https://dash11.comm100.io:443/",
            "https://api11.comm100.io/v4/",
        ),
        // Other hosts, however much they look alike.
        (
            "dash11.comm100.io.example.com",
            "https://dash11.comm100.io.example.com/api/v1/",
        ),
        (
            "dash11.comm100.io:8443",
            "https://dash11.comm100.io:8443/api/v1/",
        ),
        ("dash.comm100.io", "https://dash.comm100.io/api/v1/"),
        ("mydash1.comm100.io", "https://mydash1.comm100.io/api/v1/"),
        (
            "dash15.lively-chat.com",
            "https://dash15.lively-chat.com/api/v1/",
        ),
        (
            "dash15.lively-chat.com,api15.lively-chat.com",
            "https://api15.lively-chat.com/api/v1/",
        ),
        (
            "https://chat.example.com/api/",
            "https://chat.example.com/api/",
        ),
        (
            "https://chat.example.com/a/b",
            "https://chat.example.com/a/b/",
        ),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/v1/"),
    ] {
        let client = client(parse(platform));
        assert_eq!(
            url(client.agents().request()),
            format!("{base}livechat/agents"),
            "{platform}"
        );
        assert!(format!("{client:?}").contains(base), "{platform}");
    }
}

#[test]
fn a_declared_version_overrides_the_client_s() {
    let split = || Platform::split("dash.example.com", "api.example.com").expect("a platform");
    for (version, base) in [
        (ApiVersion::V1, "https://api.example.com/api/v1/"),
        (ApiVersion::V2, "https://api.example.com/api/v2/"),
        (ApiVersion::V3, "https://api.example.com/api/v3/"),
        (ApiVersion::V4, "https://api.example.com/v4/"),
    ] {
        let client = builder(split()).version(version).build().expect("a client");
        assert_eq!(
            url(client.agents().request()),
            format!("{base}livechat/agents")
        );
        assert_eq!(
            url(client.agents_2().request()),
            "https://api.example.com/api/v2/livechat/agents"
        );
    }
}

#[tokio::test]
async fn a_version_that_the_host_does_not_serve_is_rejected_before_anything_is_sent() {
    for (platform, client_version, first, second) in [
        ("hosted", None, true, true),
        ("enterprise", None, true, true),
        ("portal3.comm100.io", None, false, false),
        ("dash11.comm100.io", None, false, false),
        ("hosted", Some(ApiVersion::V4), true, true),
        ("euportal.comm100.com", Some(ApiVersion::V4), true, true),
    ] {
        let mut builder = builder(parse(platform));
        if let Some(version) = client_version {
            builder = builder.version(version);
        }
        let client = builder.build().expect("a client");
        for (served, requested, sent) in [
            (first, client.agents_1().request(), client.agents_1().await),
            (second, client.agents_2().request(), client.agents_2().await),
        ] {
            assert_eq!(
                (requested.is_ok(), sent.is_ok()),
                (served, served),
                "{platform}"
            );
            for error in requested.err().into_iter().chain(sent.err()) {
                assert_eq!(error.kind(), ErrorKind::Request);
                assert_eq!(error.sent(), Sent::No);
                assert!(error.endpoint().is_some());
                assert!(
                    error.to_string().contains("does not serve version"),
                    "{error}"
                );
            }
        }
        let own = client_version.is_none() || platform != "hosted";
        assert_eq!(client.agents().await.is_ok(), own, "{platform}");
    }
}

#[test]
fn a_base_url_ignores_versions() {
    let base = Platform::base("https://chat.example.com/api").expect("a base URL");
    let client = client(base.clone());
    for request in [
        url(client.agents().request()),
        url(client.agents_1().request()),
        url(client.agents_2().request()),
    ] {
        assert_eq!(request, "https://chat.example.com/api/livechat/agents");
    }
    let error = builder(base)
        .version(ApiVersion::V1)
        .build()
        .expect_err("a version");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("`version`"), "{error}");
}
