//! Malformed parameters are rejected with 400 and their name, never ignored.

use crate::raw::{Caller, admin, at_noon};

#[tokio::test]
async fn formats_are_checked() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let period = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T00:00:00";
    let wrong: &[(&str, &str)] = &[
        ("departments/x", "id"),
        ("departments/1.0", "id"),
        ("departments/+11", "id"),
        ("departments/-1", "id"),
        ("departments/99999999999999999999", "id"),
        ("operators/nobody", "email"),
        ("operators/a@b@example.com", "email"),
        ("chats/11", "id"),
        ("chats/00000000x0000-4000-8000-000000000000", "id"),
        ("chats?date_from=today", "date_from"),
        ("chats?date_from=14.05.2024", "date_from"),
        ("chats?date_to=2024-02-30", "date_to"),
        ("chats?date_to=24-05-14", "date_to"),
        ("chats?date_to=2024-05-14T00:00:00", "date_to"),
        ("chats?date_to=", "date_to"),
        ("chats?department=Sales", "department"),
        ("chats?department=", "department"),
        ("chats?operator=1,2", "operator"),
        ("chats?rating=five", "rating"),
        ("chats?page=0", "page"),
        ("chats?page=-1", "page"),
        ("chats?keywords=a", "keywords"),
        ("chats?page=1&page=2", "page"),
        ("chats?Page=1", "Page"),
        ("offline_messages?operator=1", "operator"),
        (
            "reports/visits?group=day&timeFrom=2024-05-01&timeTo=2024-05-14T00:00:00",
            "timeFrom",
        ),
        (
            "reports/visits?group=day&timeFrom=2024-05-01T00:00:00Z&timeTo=x",
            "timeFrom",
        ),
        (
            "reports/visits?group=day&timeFrom=2024-05-01T24:00:00&timeTo=x",
            "timeFrom",
        ),
        (
            "reports/visits?group=day&timeFrom=2024-05-01T0:00:00&timeTo=x",
            "timeFrom",
        ),
        (
            "reports/visits?group=day&timeFrom=2024-05-14T00:00:00&timeTo=2024-05-01T00:00:00",
            "timeTo",
        ),
        (
            "reports/visits?group=day&timeFrom=2014-05-14T00:00:00&timeTo=2024-05-01T00:00:00",
            "timeTo",
        ),
        // A `+` that was not encoded is a space.
        ("reports/realtime/today?timezone=+08:00", "timezone"),
        ("reports/realtime/today?timezone=08:00", "timezone"),
        ("reports/realtime/today?timezone=%2B8:00", "timezone"),
        ("reports/realtime/today?timezone=%2B15:00", "timezone"),
        ("reports/realtime/today?timezone=%2B08:60", "timezone"),
        ("reports/realtime/today?timezone=Z", "timezone"),
        (
            "reports/realtime/agents?filterName=department",
            "filterValue",
        ),
        ("reports/realtime/agents?filterValue=11", "filterName"),
        (
            "reports/realtime/agents?filterName=agent&filterValue=1",
            "filterName",
        ),
    ];
    for (target, parameter) in wrong {
        let message = caller.get(target).refused(400);
        assert!(
            message.starts_with(&format!("Parameter '{parameter}' ")),
            "{target}: {message}"
        );
    }
    for (report, group) in [
        ("visits", "department"),
        ("chatTransfer", "halfHourDistribution"),
        ("conversions", "conversion"),
        ("chatVolume", "Day"),
        ("chatVolume", ""),
    ] {
        let message = caller
            .get(&format!("reports/{report}?{period}&group={group}"))
            .refused(400);
        assert!(message.starts_with("Parameter 'group' "), "{message}");
    }
    caller.get("operators/%FF@example.com").refused(400);
    let message = caller
        .get(&format!("reports/agentStatus?{period}&group=day"))
        .refused(400);
    assert_eq!(message, "Parameter 'group' is not known.");
}

#[tokio::test]
async fn what_is_right_is_taken() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    for target in [
        // The documented samples leave out zeros.
        "chats?date_from=2024-5-1&date_to=2024-5-14",
        "chats?department=0&operator=0&rating=0&page=1&keyword=",
        "chats?keyword=%2B%26%3D%25+caf%C3%A9",
        "chats?page=9999",
        "reports/realtime/today?timezone=%2B05:30",
        "reports/realtime/today?timezone=-12:00",
        "reports/realtime/agents?filterName=department&filterValue=11",
        "operators/lead%40example.com",
    ] {
        caller.get(target).ok();
    }
}

#[tokio::test]
async fn forms_are_checked() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    for (target, form, parameter) in [
        ("departments", "name=", "name"),
        ("departments", "name=+", "name"),
        ("departments", "name=A&members=1;2", "members"),
        ("departments", "name=A&members=1,,2", "members"),
        ("departments", "name=A&members=99", "members"),
        // The samples' spelling is not the tables'.
        ("departments", "name=A&member=1", "member"),
        ("departments", "name=A&members=1&members=2", "members"),
        (
            "cannedMessages",
            "name=A&message=B&isPrivate=1",
            "isPrivate",
        ),
        (
            "cannedMessages",
            "name=A&message=B&isPrivate=True",
            "isPrivate",
        ),
        (
            "cannedMessages",
            "name=A&message=B&categoryId=99",
            "categoryId",
        ),
        ("cannedMessageCategories", "name=A&parentId=99", "parentId"),
        (
            "mark_api_conversion_successful",
            "conversion_name=A&visitorId=1&value=1",
            "visitorId",
        ),
    ] {
        let message = caller.post(target, form).refused(400);
        assert!(
            message.starts_with(&format!("Parameter '{parameter}' ")),
            "{form}: {message}"
        );
    }
    for (target, form, parameter) in [
        ("departments/11", "name=", "name"),
        (
            "operators/lead@example.com",
            "display_name=",
            "display_name",
        ),
        (
            "operators/lead@example.com",
            "depsrtments=11",
            "depsrtments",
        ),
        (
            "operators/lead@example.com",
            "departments=99",
            "departments",
        ),
        (
            "operators/lead@example.com",
            "email=other@example.com",
            "email",
        ),
        ("cannedMessages/101", "message=", "message"),
        ("cannedMessageCategories/42", "parentId=43", "parentId"),
        ("cannedMessageCategories/42", "parentId=42", "parentId"),
    ] {
        let message = caller.put(target, form).refused(400);
        assert!(
            message.starts_with(&format!("Parameter '{parameter}' ")),
            "{form}: {message}"
        );
    }
}

#[tokio::test]
async fn bodies_are_checked() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let refused = |caller: &Caller, method: &str, target: &str, body: Option<(&str, &str)>| {
        caller.send(method, target, body).refused(400)
    };
    let form = "application/x-www-form-urlencoded";
    let named = Some(("application/json", r#"{"name":"A"}"#));
    let message = refused(&caller, "POST", "departments", named);
    assert_eq!(message, format!("The body must be {form}."));
    for (method, target) in [("GET", "departments"), ("DELETE", "departments/11")] {
        let message = refused(&caller, method, target, Some((form, "name=A")));
        assert_eq!(message, "This request takes no body.");
    }
    let visitors = caller.get("visitors").ok();
    let target = format!("visitors/{}", visitors[0]["id"].as_str().expect("an id"));
    for body in [
        "",
        "{}",
        "[",
        r#"[{"name":"a"}]"#,
        r#"[{"name":"a","value":1}]"#,
        r#"[{"name":"","value":"1"}]"#,
        r#"[{"name":"a","value":"1","other":1}]"#,
    ] {
        caller.put_json(&target, body).refused(400);
    }
    refused(&caller, "PUT", &target, Some((form, "[]")));
    assert_eq!(
        caller.get("departments").ok().as_array().map(Vec::len),
        Some(3)
    );
    assert_eq!(caller.get(&target).ok(), visitors[0]);
    // A media type may have parameters and capitals.
    let media_type = "Application/X-WWW-Form-urlencoded; charset=UTF-8";
    caller
        .send("POST", "departments", Some((media_type, "name=A")))
        .ok();
}

#[tokio::test]
async fn a_body_without_end_is_refused() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let huge = format!("name={}", "a".repeat(2 << 20));
    // The response may arrive before everything is written.
    if let Ok(answer) = caller.try_send(
        "POST",
        "departments",
        Some(("application/x-www-form-urlencoded", &huge)),
    ) {
        answer.refused(400);
    }
    assert_eq!(
        caller.get("departments").ok().as_array().map(Vec::len),
        Some(3)
    );
}
