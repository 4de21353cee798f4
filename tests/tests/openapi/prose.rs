//! Doc comments as the prose of the document: rustdoc's links lead nowhere in it.
#![expect(
    clippy::doc_markdown,
    reason = "a backtick that nothing closes is text"
)]

use comm100::{Client, Result, api, openapi};
use serde_json::Value;

/// Returns the document of a trait and a method that both have this doc comment.
macro_rules! document {
    ($words:literal) => {{
        #[doc = $words]
        #[api(path = "tickets")]
        trait Tickets {
            #[doc = $words]
            #[get]
            async fn list_tickets(&self) -> Result<()>;
        }
        let document = openapi(&<Client as Tickets>::endpoints());
        serde_json::to_value(document).expect("JSON")
    }};
}

fn check(document: &Value, expected: &str) {
    assert_eq!(document["tags"][0]["description"], expected);
}

#[test]
fn links_to_items_become_their_labels() {
    check(&document!(" One line."), "One line.");
    check(&document!(" Two\n lines."), "Two\nlines.");
    check(
        &document!(" [`NONE`](Self::NONE) puts it at the top."),
        "`NONE` puts it at the top.",
    );
    check(
        &document!(" See [`Chat`] and [this](Chat)."),
        "See `Chat` and this.",
    );
    check(
        &document!(" See [the page](https://a.example/b)."),
        "See [the page](https://a.example/b).",
    );
    check(
        &document!(" As `[a](b)` and `[`, one [of two"),
        "As `[a](b)` and `[`, one [of two",
    );
    check(&document!(" A list [1] of `x"), "A list [1] of `x");
}

#[test]
fn the_summary_is_the_first_paragraph() {
    let document = document!(" Tells that\n it was.\n\n Why not.\n\n Or why.");
    let list = &document["paths"]["/api/v1/tickets"]["get"];
    assert_eq!(list["summary"], "Tells that it was");
    assert_eq!(list["description"], "Why not.\n\nOr why.");
}
