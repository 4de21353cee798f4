//! `Client::from_env`, in a separate process for each environment.

use std::process::Command;

use comm100::{Client, Result, api};
use comm100_tests::recorder::{API_KEY, BASIC, EMAIL, Recorder};

#[api(path = "livechat")]
trait Status {
    #[get("site_status")]
    async fn status(&self) -> Result<String>;
}

/// Set in the child process, which is this test binary again.
const CHILD: &str = "COMM100_TESTS_CHILD";

/// Returns the output of the child process for an environment.
fn child(variables: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "call_with_the_environment", "--nocapture"])
        .env_remove("COMM100_EMAIL")
        .env_remove("COMM100_API_KEY")
        .env_remove("COMM100_PLATFORM")
        .env_remove("COMM100_PASSWORD")
        .env_remove("COMM100_CLIENT_ID")
        .env_remove("COMM100_TOKEN")
        .env_remove("COMM100_SITE_ID")
        .env(CHILD, "1")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn call_with_the_environment() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    match Client::from_env() {
        Ok(client) => println!("answer: {:?} of {client:?}", client.status().await),
        Err(error) => println!("error: {error}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_three_variables_make_a_client() {
    let recorder = Recorder::json("\"online\"").await;
    let origin = recorder.origin().to_owned();
    let printed = tokio::task::spawn_blocking(move || {
        child(&[
            ("COMM100_EMAIL", EMAIL),
            ("COMM100_API_KEY", API_KEY),
            ("COMM100_PLATFORM", &origin),
        ])
    });
    let printed = printed.await.unwrap();
    assert!(printed.contains(r#"answer: Ok("\"online\"")"#), "{printed}");
    let request = recorder.take();
    assert_eq!(request.target(), "/api/v1/livechat/site_status");
    assert_eq!(request.header("authorization"), [format!("Basic {BASIC}")]);
    assert!(!printed.contains(API_KEY) && !printed.contains(BASIC));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_credentials_has_its_variables() {
    for (variables, token_form, target, authorization) in [
        (
            vec![
                ("COMM100_EMAIL", EMAIL),
                ("COMM100_API_KEY", API_KEY),
                ("COMM100_SITE_ID", "10000"),
            ],
            None,
            "/api/v1/livechat/site_status?siteId=10000",
            format!("Basic {BASIC}"),
        ),
        (
            vec![
                ("COMM100_EMAIL", EMAIL),
                ("COMM100_PASSWORD", "secret"),
                ("COMM100_CLIENT_ID", "7"),
            ],
            Some("grant_type=password&email=agent%40example.com&password=secret&client_id=7"),
            "/api/v1/livechat/site_status",
            "Bearer issued".to_owned(),
        ),
        (
            vec![("COMM100_TOKEN", "given")],
            None,
            "/api/v1/livechat/site_status",
            "Bearer given".to_owned(),
        ),
    ] {
        let recorder = Recorder::json(r#"{"access_token":"issued"}"#).await;
        let origin = recorder.origin().to_owned();
        let printed = tokio::task::spawn_blocking(move || {
            let platform = [("COMM100_PLATFORM", origin.as_str())];
            child(&[&variables[..], &platform].concat())
        });
        let printed = printed.await.unwrap();
        assert!(printed.contains("answer: Ok("), "{printed}");
        let mut requests = recorder.requests();
        let call = requests.pop().unwrap();
        assert_eq!(call.target(), target);
        assert_eq!(call.header("authorization"), [authorization]);
        let form = requests.pop().map(|request| request.text().to_owned());
        assert_eq!(form.as_deref(), token_form);
    }
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let email = ("COMM100_EMAIL", EMAIL);
    let key = ("COMM100_API_KEY", API_KEY);
    let password = ("COMM100_PASSWORD", API_KEY);
    let token = ("COMM100_TOKEN", API_KEY);
    let prefixed = ("COMM100_TOKEN", "Bearer abc");
    let site_id = ("COMM100_SITE_ID", "10000");
    let client_id = ("COMM100_CLIENT_ID", "7");
    let padded = format!("{API_KEY} ");
    let broken = format!("{API_KEY}\u{e9}");
    for (variables, expected) in [
        (vec![], vec!["COMM100_EMAIL", "COMM100_TOKEN"]),
        (vec![prefixed], vec!["COMM100_TOKEN", "without `Bearer`"]),
        (vec![key], vec!["COMM100_EMAIL is not set"]),
        (vec![email], vec!["COMM100_API_KEY is not set"]),
        (vec![password], vec!["COMM100_EMAIL is not set"]),
        (
            vec![email, key, ("COMM100_PLATFORM", "http://example.com")],
            vec!["COMM100_PLATFORM", "`http` would send"],
        ),
        (
            vec![email, key, ("COMM100_PLATFORM", "")],
            vec!["COMM100_PLATFORM is empty"],
        ),
        (
            vec![email, key, ("COMM100_PLATFORM", "hosted ")],
            vec!["COMM100_PLATFORM begins or ends with white space"],
        ),
        (
            vec![("COMM100_EMAIL", ""), key],
            vec!["COMM100_EMAIL is empty"],
        ),
        (
            vec![("COMM100_EMAIL", "a:b@c.d"), key],
            vec!["COMM100_EMAIL", "`:`"],
        ),
        (
            vec![email, ("COMM100_API_KEY", "")],
            vec!["COMM100_API_KEY is empty"],
        ),
        (
            vec![email, ("COMM100_API_KEY", &padded)],
            vec!["COMM100_API_KEY begins"],
        ),
        (
            vec![email, ("COMM100_API_KEY", &broken)],
            vec!["COMM100_API_KEY cannot"],
        ),
        (
            vec![email, ("COMM100_PASSWORD", "")],
            vec!["COMM100_PASSWORD is empty"],
        ),
        (vec![("COMM100_TOKEN", "")], vec!["COMM100_TOKEN is empty"]),
        (
            vec![("COMM100_TOKEN", &padded)],
            vec!["COMM100_TOKEN begins"],
        ),
        (
            vec![("COMM100_TOKEN", &broken)],
            vec!["COMM100_TOKEN cannot"],
        ),
        (
            vec![email, key, ("COMM100_SITE_ID", "")],
            vec!["COMM100_SITE_ID is empty"],
        ),
        (
            vec![email, key, ("COMM100_SITE_ID", "ten")],
            vec!["COMM100_SITE_ID is not a number"],
        ),
        (
            vec![email, key, password],
            vec!["COMM100_API_KEY", "COMM100_PASSWORD"],
        ),
        (vec![token, key], vec!["COMM100_TOKEN", "COMM100_API_KEY"]),
        (
            vec![token, password],
            vec!["COMM100_TOKEN", "COMM100_PASSWORD"],
        ),
        (
            vec![token, site_id],
            vec!["COMM100_TOKEN", "COMM100_SITE_ID"],
        ),
        (
            vec![email, password, site_id],
            vec!["COMM100_PASSWORD", "COMM100_SITE_ID"],
        ),
        (
            vec![email, key, client_id],
            vec!["COMM100_API_KEY", "COMM100_CLIENT_ID"],
        ),
    ] {
        let printed = child(&variables);
        assert!(printed.contains("error: "), "{printed}");
        for text in expected {
            assert!(printed.contains(text), "{text}: {printed}");
        }
        assert!(!printed.contains(API_KEY), "{printed}");
    }
}
