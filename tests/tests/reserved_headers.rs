//! The macro and the client reject the same headers: the one in declarations, the other in calls.

use std::collections::BTreeSet;

use comm100::{Client, Credentials, ErrorKind, Result, api};

#[api(path = "tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

/// The case that declares each of them, and what the macro says of it.
const DECLARED: &str =
    include_str!("../compile_fail/attributes/headers_that_only_the_client_sets.rs");
const REJECTED: &str =
    include_str!("../compile_fail/attributes/headers_that_only_the_client_sets.stderr");

/// Headers that a call may set, beside those of the service.
const OTHERS: [&str; 44] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "accept-ranges",
    "age",
    "allow",
    "alt-svc",
    "cache-control",
    "content-disposition",
    "content-language",
    "content-location",
    "content-range",
    "content-type",
    "cookie",
    "date",
    "dnt",
    "etag",
    "expires",
    "forwarded",
    "from",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "last-modified",
    "link",
    "location",
    "max-forwards",
    "origin",
    "pragma",
    "proxy-authenticate",
    "range",
    "referer",
    "retry-after",
    "sec-websocket-key",
    "server",
    "upgrade-insecure-requests",
    "user-agent",
    "via",
    "warning",
    "www-authenticate",
    "x-request-id",
];

#[test]
fn declarations_and_calls_reject_the_same() {
    let rejected: BTreeSet<String> = REJECTED
        .lines()
        .filter_map(|line| line.strip_prefix("error: a declaration cannot set the `"))
        .filter_map(|line| Some(line.split_once('`')?.0.to_ascii_lowercase()))
        .collect();
    let declared: BTreeSet<String> = DECLARED
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| *text != "1")
        .map(str::to_ascii_lowercase)
        .collect();
    assert_eq!(declared, rejected, "each is declared, and reported");
    let client = Client::builder()
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client");
    for name in rejected.iter().map(String::as_str).chain(OTHERS) {
        let request = client.list_tickets().header(name, "1").request();
        let kind = request.err().map(|error| error.kind());
        let expected = rejected.contains(name).then_some(ErrorKind::Request);
        assert_eq!(kind, expected, "{name}");
    }
}
