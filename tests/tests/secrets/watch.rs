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

/// The watch that the other tests rely on reports each kind of leak. The test runs itself again in a
/// process for each place, which leaks there.
#[test]
fn a_program_that_leaks_is_ended() {
    if let Ok(place) = std::env::var(LEAK) {
        return leak(&place);
    }
    for (place, reported) in [
        ("log", "a log record shows"),
        ("event", "an event shows"),
        ("span", "a span shows"),
        ("panic", "a panic shows"),
        ("nowhere", ""),
    ] {
        let program = std::env::current_exe().expect("this program");
        let output = std::process::Command::new(program)
            // The output is captured, as in the other tests.
            .args(["--exact", "watch::a_program_that_leaks_is_ended"])
            .env(LEAK, place)
            .output()
            .expect("a process");
        let text = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.success(),
            place == "nowhere",
            "{place}: {text}"
        );
        assert!(text.contains(reported), "{place}: {text}");
    }
}

fn leak(place: &str) {
    comm100_tests::secrets::watch();
    match place {
        "log" => log::trace!("the key is {API_KEY}"),
        "event" => tracing::trace!(key = API_KEY),
        "span" => drop(tracing::trace_span!("call", key = ?API_KEY)),
        "panic" => panic!("{API_KEY}"),
        _ => {}
    }
}
