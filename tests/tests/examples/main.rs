//! The example programs, each run as its users run it.

mod busy;
mod export;
mod programs;
mod receiver;
mod report;
mod running;
mod sync;
mod version_2;

use std::fs;

use comm100::{sandbox::Sandbox, v1, v2};
use comm100_tests::redis::RedisServer;

use programs::{Program, root};

const EXAMPLES: [&str; 12] = [
    "endpoints",
    "export_chats",
    "openapi",
    "own_endpoints",
    "own_platform",
    "quickstart",
    "report",
    "request_id",
    "sandbox",
    "sync_departments",
    "webhook_receiver",
    "workers",
];

const DEPARTMENTS: &str = "comm100/examples/departments.toml";

#[test]
fn each_explains_itself() {
    for name in EXAMPLES {
        let help = Program::new(name).arg("--help").succeeds().stdout;
        assert!(help.contains(&format!("Usage: {name}")), "{help}");
        assert!(help.contains("--help"), "{help}");
        let mistake = Program::new(name).arg("--no-such-option").fails();
        assert!(mistake.contains("--no-such-option"), "{mistake}");
    }
}

#[test]
fn an_option_of_the_sandbox_without_its_value_is_named() {
    for option in ["--port", "--now"] {
        let mistake = Program::new("sandbox").arg(option).fails();
        let expected = format!("error: `{option}` needs a value; see `--help`");
        assert!(mistake.contains(&expected), "{mistake}");
    }
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    for name in EXAMPLES {
        let (succeeded, said) = Program::new(name).arg("--help").with_closed_stdout();
        assert!(succeeded && said.is_empty(), "{name}: {said}");
    }
    for name in [
        "endpoints",
        "openapi",
        "own_endpoints",
        "own_platform",
        "quickstart",
        "report",
        "request_id",
        "sandbox",
    ] {
        let (succeeded, said) = Program::new(name).with_closed_stdout();
        assert!(succeeded && !said.contains("panicked"), "{name}: {said}");
    }
    let (succeeded, said) = Program::new("sync_departments")
        .args([DEPARTMENTS, "--apply"])
        .with_closed_stdout();
    assert!(succeeded && !said.contains("panicked"), "{said}");
    // Its output is a file, which is complete.
    let output = programs::folder("closed_pipe").join("chats.jsonl");
    let (succeeded, said) = Program::new("export_chats")
        .args(["--from", "2026-09-29", "--to", "2026-09-30", "--output"])
        .arg(&output)
        .with_closed_stdout();
    let written = fs::read_to_string(&output).expect("the output");
    let wrote = format!("Wrote {} chats to ", written.lines().count());
    assert!(succeeded && said.contains(&wrote), "{said}");
}

/// Servers too end when their reader has gone, in place of serving unseen.
#[test]
fn head_ends_every_example_quietly() {
    let transcripts = programs::folder("head");
    let redis = RedisServer::start();
    for name in [
        "endpoints",
        "openapi",
        "own_endpoints",
        "quickstart",
        "report",
        "request_id",
        "sandbox",
        "sync_departments",
        "webhook_receiver",
        "workers",
    ] {
        let mut program = Program::new(name);
        match (name, &redis) {
            ("sync_departments", _) => program = program.args([DEPARTMENTS, "--apply"]),
            ("webhook_receiver", _) => {
                program = program
                    .args(["--listen", "127.0.0.1:0", "--transcripts"])
                    .arg(&transcripts);
            }
            ("workers", Some(redis)) => {
                program = program.args(["--redis", &redis.url(), "--limit", "20"]);
            }
            ("workers", None) => continue,
            _ => {}
        }
        let mut running = program.starts();
        let first = running.line();
        assert!(!first.is_empty(), "{name}");
        running.close_stdout();
        let (code, said) = running.ends();
        assert_eq!(code, Some(0), "{name}: {said}");
        assert!(
            !said.contains("panicked") && !said.contains("rror"),
            "{name}: {said}"
        );
    }
}

/// The README shows the quickstart without the lines that handle the command line.
#[test]
fn the_readme_shows_the_quickstart() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let (_, code) = readme.split_once("```rust,no_run\n").expect("code");
    let (code, _) = code.split_once("```\n").expect("its end");
    let quickstart = root().join("comm100/examples/quickstart.rs");
    let quickstart = fs::read_to_string(quickstart).expect("the example");
    let (documentation, quickstart) = quickstart.split_once("use comm100").expect("imports");
    assert!(
        documentation.ends_with("mod shared;\n\n"),
        "{documentation}"
    );
    let (before, usage) = quickstart.split_once("const USAGE").expect("the usage");
    let (_, after) = usage.split_once("\";\n\n").expect("its end");
    let quickstart = format!("use comm100{before}{after}");
    assert_eq!(
        code,
        quickstart.replace("    shared::no_options(USAGE);\n", "")
    );
}

#[test]
fn endpoints_are_listed_one_per_line() {
    let (first, second) = (v1::endpoints(), v2::endpoints());
    let all = [first, second].concat();
    for (arguments, endpoints) in [
        (&[][..], &all[..]),
        (&["--api", "all"], &all),
        (&["--api", "v1"], first),
        (&["--api", "v2"], second),
    ] {
        let output = Program::new("endpoints").args(arguments).succeeds().stdout;
        let expected: Vec<String> = endpoints
            .iter()
            .map(|endpoint| {
                let (method, path) = (endpoint.method(), endpoint.path());
                format!("{method}\t{path}\t{}", endpoint.name())
            })
            .collect();
        assert!(output.lines().eq(&expected), "{arguments:?}: {output}");
    }
    let error = Program::new("endpoints").args(["--api", "v9"]).fails();
    assert!(error.contains("no API `v9`"), "{error}");
}

/// The time is the one of the example `sandbox`, so that all show the same chats.
#[test]
fn own_endpoints_without_an_account_takes_the_sandbox_and_says_so() {
    let help = Program::new("sandbox").arg("--help").succeeds().stdout;
    let (_, now) = help.split_once("--now").expect("an option");
    let (_, now) = now.split_once("[default: ").expect("a default");
    let (now, _) = now.split_once(',').expect("a time");
    let output = Program::new("own_endpoints").succeeds();
    let expected = format!("using the embedded sandbox (clock fixed at {now})");
    assert!(output.stderr.contains(&expected), "{}", output.stderr);
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
async fn own_endpoints_reports_what_the_service_refused() {
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
fn own_platform_calls_version_4_with_a_key_or_with_tokens() {
    let calls = [
        "chat 5 began at 2026-10-01T05:00:00.5Z",
        "agent Bert",
        "shifts are enabled: true",
        "removed the ban 6f1c",
        "there is no ban 0000: EntityNotFound",
    ];
    for (arguments, site, first) in [
        (&[][..], "siteId=10100116", "POST livechat/chats:search"),
        (&["--tokens"], "", "POST oauth/token"),
    ] {
        let output = Program::new("own_platform")
            .args(arguments)
            .succeeds()
            .stdout;
        for line in calls {
            assert!(
                output.lines().any(|found| found == line),
                "{line}: {output}"
            );
        }
        let sent = output.lines().filter_map(|line| line.strip_prefix("sent "));
        let sent: Vec<&str> = sent.collect();
        assert!(sent[0].starts_with(first), "{output}");
        let called = sent
            .iter()
            .filter(|line| !line.starts_with("POST oauth/token"));
        assert_eq!(called.clone().count(), 7, "{output}");
        for line in called {
            assert_eq!(line.contains("siteId="), !site.is_empty(), "{line}");
            assert!(line.contains(site), "{line}");
        }
        for secret in ["API_KEY", "PASSWORD", "TOKEN"] {
            assert!(!output.contains(secret), "{output}");
        }
    }
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
    assert!(said.contains("the Redis URL is invalid"), "{said}");
}
