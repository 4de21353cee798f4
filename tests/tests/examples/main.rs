//! The example programs, each run as its users run it.

mod busy;
mod export;
mod programs;
mod report;
mod sync;

use comm100::sandbox::Sandbox;
use comm100_tests::redis::RedisServer;

use programs::Program;

#[test]
fn each_explains_itself() {
    for name in [
        "export_chats",
        "own_endpoints",
        "report",
        "sync_departments",
        "workers",
    ] {
        let help = Program::new(name).arg("--help").succeeds().stdout;
        assert!(help.contains(&format!("Usage: {name}")), "{help}");
        assert!(help.contains("--help"), "{help}");
        let mistake = Program::new(name).arg("--no-such-option").fails();
        assert!(mistake.contains("--no-such-option"), "{mistake}");
    }
}

#[test]
fn own_endpoints_without_an_account_takes_the_sandbox_and_says_so() {
    let output = Program::new("own_endpoints").succeeds();
    assert!(
        output.stderr.contains("the embedded sandbox"),
        "{}",
        output.stderr
    );
    let lines: Vec<&str> = output.stdout.lines().collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    for line in &lines[..3] {
        assert!(line.contains(" rated the chat "), "{line}");
    }
    assert!(
        lines[3].ends_with("/api/v2/ticket/tickets?assignedAgent=7&keyword=a%20refund"),
        "{lines:?}"
    );
    assert!(lines[4].ends_with(r#"{"subject":"A refund"}"#), "{lines:?}");
}

#[tokio::test]
async fn own_endpoints_tell_what_the_service_refused() {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let said = Program::new("own_endpoints")
        .account(sandbox.origin(), "admin@example.com", "wrong")
        .fails();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.starts_with("error: ") && said.contains("401"),
        "{said}"
    );
}

#[test]
fn workers_send_exactly_the_limit_together() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    // Each run counts for itself, though the Redis is the same.
    for limit in [60, 90] {
        let output = Program::new("workers")
            .args(["--redis", &redis.url(), "--workers", "3"])
            .args(["--limit", &limit.to_string()])
            .succeeds()
            .stdout;
        let numbers: Vec<u64> = output
            .lines()
            .map(|line| {
                let (_, told) = line.split_once(": ").unwrap_or(("", line));
                told.split(' ')
                    .find_map(|word| word.parse().ok())
                    .unwrap_or_else(|| panic!("{output}"))
            })
            .collect();
        let [one, two, three, together, counted] = numbers[..] else {
            panic!("{output}");
        };
        assert_eq!((together, counted), (limit, limit), "{output}");
        assert_eq!(one + two + three, limit, "{output}");
    }
    let said = Program::new("workers").args(["--redis", "nowhere"]).fails();
    assert!(said.contains("the URL of Redis cannot be read"), "{said}");
}
