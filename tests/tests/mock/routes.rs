//! Routes, their conditions and replies.

use std::time::Duration;

use comm100::mock::{Mock, Route};
use comm100::{Client, Credentials, ErrorKind, Sent};
use http::Method;
use serde_json::{Value, json};

use crate::{
    CreateTicketBuilder, GetTicketBuilder, ListTicketsBuilder, NewTicketBuilder, NewTickets as _,
    OpenTicketsBuilder, SetMembersBuilder, Ticket, Tickets as _, ticket, verdict,
};

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
    // Of two equal routes the first is used; it matches both versions.
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
async fn a_route_that_was_called_as_often_as_its_times_leaves_the_rest_to_others() {
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
async fn a_form_may_name_its_charset() {
    let mock = Mock::new();
    let route = mock
        .on(SetMembersBuilder::ENDPOINT)
        .with_form("role", "lead")
        .reply(&ticket(1));
    let call = mock.client();
    let call = call.set_members(1, "lead", &[2]).header(
        "Content-Type",
        "application/x-www-form-urlencoded; charset=utf-8",
    );
    call.await.expect("a route");
    assert_eq!(route.requests()[0].form("members"), Some("2"));
}
