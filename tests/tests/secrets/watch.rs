//! The watch itself.

use comm100_tests::client::{self, API_KEY, VALUE};

#[test]
fn what_counts_as_a_leak() {
    assert_eq!(
        client::leaks(&format!("Basic {}", client::API_KEY_BASE64)).len(),
        2
    );
    assert_eq!(client::leaks(&format!("x{API_KEY}x{VALUE}x")).len(), 2);
    assert!(client::leaks("nothing of note").is_empty());
}

/// Names the place of the leak.
const LEAK: &str = "COMM100_TESTS_LEAK";

/// The watch that the other tests rely on does see what it is there for.
#[test]
fn a_program_that_leaks_is_ended() {
    for (place, told) in [
        ("log", "a log record shows"),
        ("event", "an event shows"),
        ("span", "a span shows"),
        ("panic", "a panic shows"),
        ("nowhere", ""),
    ] {
        let program = std::env::current_exe().expect("this program");
        let output = std::process::Command::new(program)
            // With the tests' capture on, as the other programs have it.
            .args(["--exact", "watch::leaks_on_purpose", "--ignored"])
            .env(LEAK, place)
            .output()
            .expect("a process");
        let text = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.success(),
            place == "nowhere",
            "{place}: {text}"
        );
        assert!(text.contains(told), "{place}: {text}");
    }
}

#[test]
#[ignore = "the test above runs it in a process of its own"]
fn leaks_on_purpose() {
    comm100_tests::secrets::watch();
    match std::env::var(LEAK).as_deref() {
        Ok("log") => log::trace!("the key is {API_KEY}"),
        Ok("event") => tracing::trace!(key = API_KEY),
        Ok("span") => drop(tracing::trace_span!("call", key = ?API_KEY)),
        Ok("panic") => panic!("{API_KEY}"),
        _ => {}
    }
}
