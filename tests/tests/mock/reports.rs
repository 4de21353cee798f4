//! What a test reads when its calls did not match the routes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use comm100::mock::{Mock, Route};
use http::Method;
use serde_json::json;

use crate::{
    CreateTicketBuilder, GetTicketBuilder, OpenTicketsBuilder, Tickets as _, ticket, verdict,
};

#[tokio::test]
async fn an_unmatched_call_is_an_error_at_once_and_a_failure_at_the_end() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(1));
    let client = mock.client();
    client.get_ticket("1").await.unwrap();
    let error = client.remove_ticket(5).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 501);
    let text = error.to_string();
    assert!(text.contains("this call matched no route"), "{text}");
    assert!(
        text.contains("the nearest is GET livechat/tickets/{id} at "),
        "{text}"
    );
    assert_eq!(mock.requests().len(), 2);
    let report = verdict(mock).unwrap();
    assert_eq!(
        without_places(&report),
        "comm100::mock: calls did not match the routes\n\n\
         call 2 matched no route: DELETE livechat/tickets/5\n  \
         the nearest is GET livechat/tickets/{id}: PLACE\n  \
         - GET livechat/tickets/{id}\n  \
         + DELETE livechat/tickets/5\n"
    );
}

#[tokio::test]
async fn the_report_shows_the_conditions_of_the_nearest_route() {
    let mock = Mock::new();
    mock.on(OpenTicketsBuilder::ENDPOINT).optional();
    mock.on(CreateTicketBuilder::ENDPOINT)
        .with_header("X-Reason", "asked for")
        .with_json(&json!({ "id": 1, "subject": "Other", "tags": [1, 2] }))
        .reply(&ticket(1))
        .optional();
    let client = mock.client();
    client.create_ticket(&ticket(1)).await.unwrap_err();
    let report = verdict(mock).unwrap();
    assert_eq!(
        without_places(&report),
        "comm100::mock: calls did not match the routes\n\n\
         call 1 matched no route: POST livechat/tickets\n  \
         the nearest is POST livechat/tickets: PLACE\n  \
         - header X-Reason: \"asked for\"\n  \
         + header X-Reason: absent\n  \
         - json /subject: \"Other\"\n  \
         + json /subject: \"A refund\"\n  \
         - json /tags: [1,2]\n  \
         + json /tags: absent\n"
    );
}

#[tokio::test]
async fn the_report_distinguishes_a_call_too_many_from_a_call_elsewhere() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT)
        .reply(&ticket(1))
        .times(1);
    let client = mock.client();
    client.get_ticket("1").await.unwrap();
    client.get_ticket("1").await.unwrap_err();
    let report = verdict(mock).unwrap();
    assert!(
        report.contains("it was called `.times(1)` already"),
        "{report}"
    );
}

#[test]
fn a_route_that_is_called_too_rarely_fails_the_test() {
    type Make = fn(&Mock) -> Route;
    let cases: [(Make, Option<&str>); 7] = [
        (
            |mock| mock.on(GetTicketBuilder::ENDPOINT),
            Some("was never called:"),
        ),
        (
            |mock| mock.on(GetTicketBuilder::ENDPOINT).reply(&1).reply(&2),
            Some("was never called, and 2 calls are expected:"),
        ),
        (
            |mock| mock.on(GetTicketBuilder::ENDPOINT).reply(&1).times(3),
            Some("was never called, and 3 calls are expected:"),
        ),
        (|mock| mock.on(GetTicketBuilder::ENDPOINT).optional(), None),
        (|mock| mock.on(GetTicketBuilder::ENDPOINT).times(0), None),
        (
            |mock| mock.on(GetTicketBuilder::ENDPOINT).times(2).optional(),
            None,
        ),
        (
            |mock| mock.on_path(Method::GET, "livechat/x").reply(&1),
            Some("GET livechat/x was never called:"),
        ),
    ];
    for (make, expected) in cases {
        let mock = Mock::new();
        make(&mock);
        match (verdict(mock), expected) {
            (None, None) => {}
            (Some(report), Some(expected)) => {
                assert!(report.contains(expected), "{report}");
                assert!(report.contains("mock/reports.rs:"), "no place: {report}");
            }
            (report, expected) => panic!("{report:?} instead of {expected:?}"),
        }
    }
}

#[test]
fn a_test_that_panics_already_is_left_alone() {
    let panic = catch_unwind(|| {
        let mock = Mock::new();
        mock.on(GetTicketBuilder::ENDPOINT);
        panic!("the test's own");
    });
    assert_eq!(
        *panic.unwrap_err().downcast_ref::<&str>().unwrap(),
        "the test's own"
    );
}

#[test]
fn after_verify_dropping_reports_nothing() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT);
    let panic = catch_unwind(AssertUnwindSafe(|| mock.verify()));
    assert!(
        panic
            .unwrap_err()
            .downcast_ref::<String>()
            .unwrap()
            .contains("never called")
    );
}

#[test]
fn a_template_that_no_path_can_have_is_refused() {
    for (template, why) in [
        ("", "an empty segment"),
        ("/livechat", "an empty segment"),
        ("livechat//chats", "an empty segment"),
        ("livechat/{id", "not a whole segment"),
        ("livechat/a{id}", "not a whole segment"),
        ("livechat/{}", "not a whole segment"),
        ("livechat/{a}{b}", "not a whole segment"),
        ("livechat/chats?page=1", "a query"),
    ] {
        let mock = Mock::new();
        let panic = catch_unwind(AssertUnwindSafe(|| {
            mock.on_path(Method::GET, template);
        }));
        let text = panic.unwrap_err().downcast_ref::<String>().unwrap().clone();
        assert!(text.contains(why), "{template}: {text}");
    }
}

/// Places end in `file:line:column`, which other changes of this file move.
fn without_places(report: &str) -> String {
    let lines = report.lines().map(|line| match line.find(": ") {
        Some(at) if line.contains(".rs:") => format!("{}: PLACE\n", &line[..at]),
        _ => format!("{line}\n"),
    });
    lines.collect()
}
