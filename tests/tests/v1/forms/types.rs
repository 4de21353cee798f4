//! The types of what was read: ids, open enums, secrets.

use comm100::v1::*;
use serde_json::json;

use super::bodies::{agent, chat, queue};

#[test]
fn ids_and_open_enums_have_the_types_that_they_say() {
    let agent: Agent = serde_json::from_value(agent(json!({ "status": 0 }))).expect("an agent");
    assert_eq!((agent.id, agent.status), (AgentId(1), AgentStatus::Online));
    let unknown: Visitor = serde_json::from_value(json!({
        "id": 5, "status": 99, "first_visit_time": "/Date(1)/", "visit_time": "/Date(1)/",
    }))
    .expect("a visitor");
    assert_eq!(unknown.id, VisitorId::from("5"));
    assert_eq!(unknown.status, VisitorStatus::Unknown(99));
    assert_eq!(unknown.status.code(), Some(99));
    let queue: QueueNow =
        serde_json::from_value(queue(json!({ "type": 1, "id": 3 }), json!(1))).expect("a queue");
    assert_eq!(queue.route_to, RouteTo::Department(DepartmentId(3)));
    let chat: Chat =
        serde_json::from_value(chat(json!({ "operators": "Tom, Ann" }))).expect("a chat");
    let names: Vec<_> = chat
        .operators
        .iter()
        .map(|one| one.display_name.as_str())
        .collect();
    assert_eq!(names, ["Tom", "Ann"]);
    assert_eq!(chat.waiting_time, WaitingTime::Seconds(0));
}

#[test]
fn a_page_without_the_one_message_is_refused() {
    let body = json!({ "offline_messages": [], "pages": 0, "total": 0 });
    let error = serde_json::from_value::<OfflineMessage>(body).expect_err("no message");
    assert!(
        error
            .to_string()
            .contains("expected a page with the message"),
        "{error}"
    );
}

#[test]
fn secrets_are_not_shown() {
    let agent: Agent =
        serde_json::from_value(agent(json!({ "api_key": "T0psecret" }))).expect("an agent");
    assert_eq!(agent.api_key.expose(), "T0psecret");
    for shown in [format!("{agent:?}"), format!("{agent:#?}")] {
        assert!(!shown.contains("T0psecret"), "{shown}");
        assert!(shown.contains("Secret(..)"), "{shown}");
    }
    let client = comm100::Client::builder()
        .credentials(comm100::Credentials::new("a@example.com", "key"))
        .build()
        .expect("a client");
    let new = client.create_agent("t@x", "T0psecret", "Tom", "Tom", "Miller");
    let shown = format!("{new:?}");
    assert!(!shown.contains("T0psecret"), "{shown}");
}
