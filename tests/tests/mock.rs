//! The mock: what its routes take and answer, what it records, and what it says at the end.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use comm100::mock::{Mock, Route};
use comm100::{Client, Credentials, ErrorKind, Result, Sent, api};
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Ticket {
    id: u64,
    subject: String,
}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(
        &self,
        #[query] keyword: Option<&str>,
        #[query] agent: Option<&[u64]>,
    ) -> Result<Vec<Ticket>>;

    #[get("{id}")]
    async fn get_ticket(&self, id: &str) -> Result<Ticket>;

    #[get("open")]
    async fn open_tickets(&self) -> Result<Vec<Ticket>>;

    #[post]
    async fn create_ticket(&self, #[json] ticket: &Ticket) -> Result<Ticket>;

    #[put("{id}/members")]
    async fn set_members(
        &self,
        id: u64,
        #[form] role: &str,
        #[form(join = ",")] members: &[u64],
        #[header("X-Reason")] reason: Option<&str>,
    ) -> Result<Ticket>;

    #[delete("{id}")]
    async fn remove_ticket(&self, id: u64) -> Result<()>;
}

#[api(path = "livechat/tickets", version = 2)]
trait NewTickets {
    #[get("{id}", builder = NewTicketBuilder)]
    async fn get_new_ticket(&self, id: u64) -> Result<Ticket>;
}

fn ticket(id: u64) -> Ticket {
    Ticket {
        id,
        subject: "A refund".into(),
    }
}

/// Returns the message with which the mock panics when it is dropped.
fn verdict(mock: Mock) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(|| drop(mock))).err()?;
    Some(panic.downcast_ref::<String>().expect("a text").clone())
}

#[tokio::test]
async fn a_reply_is_any_serializable_value_and_comes_back_as_declared() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(7));
    mock.on_path(Method::DELETE, "livechat/tickets/{id}")
        .reply_empty();
    let client = mock.client();
    assert_eq!(client.get_ticket("7").await.unwrap(), ticket(7));
    client.remove_ticket(7).await.unwrap();
}

#[tokio::test]
async fn replies_come_in_order_and_the_last_one_repeats() {
    let mock = Mock::new();
    let route = mock
        .on(GetTicketBuilder::ENDPOINT)
        .reply(&ticket(1))
        .error(404, 404_001, "There is no such ticket.")
        .reply(&ticket(3));
    let client = mock.client();
    assert_eq!(client.get_ticket("a").await.unwrap().id, 1);
    let error = client.get_ticket("a").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap(), 404);
    assert_eq!(error.code(), Some(404_001));
    assert_eq!(error.message(), Some("There is no such ticket."));
    for _ in 0..3 {
        assert_eq!(client.get_ticket("a").await.unwrap().id, 3);
    }
    assert_eq!(route.calls(), 5);
}

#[tokio::test]
async fn requests_are_recorded_with_their_parameters_decoded() {
    let mock = Mock::new();
    let list = mock.on(ListTicketsBuilder::ENDPOINT).reply(&json!([]));
    let get = mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(1));
    let create = mock.on(CreateTicketBuilder::ENDPOINT).reply(&ticket(1));
    let members = mock.on(SetMembersBuilder::ENDPOINT).reply(&ticket(1));
    let client = mock.client();
    client
        .list_tickets()
        .keyword("a+b & c=d%20é")
        .agent(&[1, 2])
        .await
        .unwrap();
    client.get_ticket("a/b c?%41").await.unwrap();
    client.create_ticket(&ticket(9)).await.unwrap();
    client
        .set_members(4, "on call & more", &[1, 2])
        .reason("asked for")
        .await
        .unwrap();

    let list = &list.requests()[0];
    assert_eq!(list.method(), Method::GET);
    assert_eq!(list.path(), "livechat/tickets");
    assert_eq!(list.version(), Some(1));
    assert_eq!(list.query("keyword"), Some("a+b & c=d%20é"));
    assert_eq!(list.query("agent"), Some("1"));
    let agents: Vec<_> = list.query_pairs().iter().skip(1).cloned().collect();
    let agent = |id: &str| ("agent".to_owned(), id.to_owned());
    assert_eq!(agents, [agent("1"), agent("2")]);
    assert_eq!(list.query("absent"), None);

    let get = &get.requests()[0];
    assert_eq!(get.path_value("id"), Some("a/b c?%41"));
    assert_eq!(get.path(), "livechat/tickets/a%2Fb%20c%3F%2541");

    let create = &create.requests()[0];
    assert_eq!(create.json::<Ticket>(), ticket(9));
    assert_eq!(
        create.json::<Value>(),
        json!({ "id": 9, "subject": "A refund" })
    );
    assert_eq!(create.body().as_ref(), br#"{"id":9,"subject":"A refund"}"#);
    assert!(create.form_pairs().is_empty());

    let members = &members.requests()[0];
    assert_eq!(members.path_value("id"), Some("4"));
    assert_eq!(members.form("role"), Some("on call & more"));
    assert_eq!(members.form("members"), Some("1,2"));
    assert_eq!(members.header("x-reason"), Some("asked for"));

    assert_eq!(mock.requests().len(), 4);
    for request in mock.requests() {
        assert!(request.header("authorization").is_none());
        assert!(!format!("{request:?}{:?}", request.headers()).contains("Basic"));
        assert_eq!(request.header("accept"), Some("application/json"));
    }
}

#[tokio::test]
async fn the_narrowest_route_answers() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(1));
    mock.on(OpenTicketsBuilder::ENDPOINT).reply(&[ticket(2)]);
    mock.on(GetTicketBuilder::ENDPOINT)
        .with_path("id", 3)
        .reply(&ticket(3));
    mock.on(NewTicketBuilder::ENDPOINT).reply(&ticket(4));
    let client = mock.client();
    assert_eq!(client.open_tickets().await.unwrap()[0].id, 2);
    assert_eq!(client.get_ticket("8").await.unwrap().id, 1);
    assert_eq!(client.get_ticket("3").await.unwrap().id, 3);
    // Of two routes that are alike the first answers; it takes both versions.
    assert_eq!(client.get_new_ticket(8).await.unwrap().id, 1);
    assert!(
        verdict(mock)
            .unwrap()
            .contains("GET livechat/tickets/{id} was never called")
    );
}

#[tokio::test]
async fn conditions_narrow_a_route() {
    let mock = Mock::new();
    let routes = [
        mock.on(ListTicketsBuilder::ENDPOINT)
            .with_query("agent", 2)
            .reply(&[ticket(1)]),
        mock.on(SetMembersBuilder::ENDPOINT)
            .with_form("role", "owner")
            .with_header("X-Reason", "asked for")
            .reply(&ticket(2)),
        mock.on(CreateTicketBuilder::ENDPOINT)
            .with_json(&ticket(3))
            .reply(&ticket(3)),
    ];
    let client = mock.client();
    client.list_tickets().agent(&[1, 2]).await.unwrap();
    client
        .set_members(1, "owner", &[])
        .reason("asked for")
        .await
        .unwrap();
    client.create_ticket(&ticket(3)).await.unwrap();
    assert_eq!(routes.each_ref().map(Route::calls), [1, 1, 1]);
}

#[tokio::test]
async fn a_route_that_was_called_as_often_as_it_says_leaves_the_rest_to_others() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT)
        .reply(&ticket(1))
        .times(2);
    mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(2));
    let client = mock.client();
    let mut ids = Vec::new();
    for _ in 0..4 {
        ids.push(client.get_ticket("x").await.unwrap().id);
    }
    assert_eq!(ids, [1, 1, 2, 2]);
}

#[tokio::test(start_paused = true)]
async fn a_delay_passes_by_the_paused_clock_and_counts_against_the_limit() {
    let mock = Mock::new();
    mock.on(GetTicketBuilder::ENDPOINT)
        .reply(&ticket(1))
        .delay(Duration::from_secs(3))
        .reply(&ticket(2))
        .delay(Duration::from_secs(30));
    let client = mock.client();
    let start = tokio::time::Instant::now();
    client.get_ticket("x").await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 3);
    let limit = Duration::from_secs(5);
    let error = client.get_ticket("x").timeout(limit).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(start.elapsed().as_secs(), 8);
}

#[tokio::test]
async fn connections_fail_before_and_after_the_request() {
    let mock = Mock::new();
    mock.on(CreateTicketBuilder::ENDPOINT)
        .maybe_sent()
        .reply_with(|request| {
            assert_eq!(request.json::<Ticket>().id, 1);
            let mut response = http::Response::new("<html>".into());
            *response.status_mut() = http::StatusCode::BAD_GATEWAY;
            response
        })
        .not_sent();
    let client = mock.client();
    let error = client.create_ticket(&ticket(1)).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Transport, Sent::Maybe)
    );
    let error = client.create_ticket(&ticket(1)).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 502)
    );
    let error = client.create_ticket(&ticket(1)).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
}

#[tokio::test]
async fn a_client_with_settings_of_its_own_uses_the_mock() {
    let mock = Mock::new();
    let route = mock.on(GetTicketBuilder::ENDPOINT).reply(&ticket(1));
    let client = Client::builder()
        .credentials(Credentials::new("tom@example.com", "K"))
        .user_agent("desk/1")
        .transport(mock.transport())
        .build()
        .unwrap();
    client.get_ticket("1").await.unwrap();
    assert_eq!(route.requests()[0].header("user-agent"), Some("desk/1"));
}

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
async fn the_report_shows_what_the_nearest_route_asked_for() {
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
async fn the_report_tells_a_call_too_many_from_a_call_elsewhere() {
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
    let cases: [(Make, Option<&str>); 6] = [
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
                assert!(report.contains("tests/mock.rs:"), "no place: {report}");
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
fn verify_says_it_now_and_dropping_says_it_no_more() {
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
