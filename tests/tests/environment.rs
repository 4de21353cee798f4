//! `Client::from_env`, in a process of its own for each environment.

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

/// What the child prints for an environment.
fn child(variables: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "call_with_the_environment", "--nocapture"])
        .env_remove("COMM100_EMAIL")
        .env_remove("COMM100_API_KEY")
        .env_remove("COMM100_PLATFORM")
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

#[test]
fn what_is_missing_or_wrong_is_named() {
    let email = ("COMM100_EMAIL", EMAIL);
    let key = ("COMM100_API_KEY", API_KEY);
    for (variables, expected) in [
        (vec![key], "COMM100_EMAIL is not set"),
        (vec![email], "COMM100_API_KEY is not set"),
        (
            vec![email, key, ("COMM100_PLATFORM", "http://example.com")],
            "`http` would send",
        ),
        (vec![email, key, ("COMM100_PLATFORM", "")], "it is empty"),
        (vec![("COMM100_EMAIL", ""), key], "the email is empty"),
    ] {
        let printed = child(&variables);
        assert!(printed.contains(expected), "{printed}");
        assert!(!printed.contains(API_KEY), "{printed}");
    }
}
