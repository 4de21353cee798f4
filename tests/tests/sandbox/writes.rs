//! Writes change what reads return.

use serde_json::{Value, json};

use crate::raw::{Caller, admin, at_noon, items, sum};

fn find<'a>(list: &'a Value, key: &str, value: &Value) -> Option<&'a Value> {
    items(list).iter().find(|item| item[key] == *value)
}

#[tokio::test]
async fn departments() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let created = caller
        .post("departments", "name=Caf%C3%A9+%26+Co&members=3,1,3")
        .ok();
    assert_eq!(created["name"], "Café & Co");
    assert_eq!(created["description"], "");
    assert_eq!(created["members"], json!([3, 1]));
    assert_eq!(created["status"], 0);
    let path = format!("departments/{}", created["id"]);
    assert_eq!(caller.get(&path).ok(), created);
    assert_eq!(
        find(&caller.get("departments").ok(), "id", &created["id"]),
        Some(&created)
    );
    // The member shows it.
    let agent = caller.get("operators/support@example.com").ok();
    assert!(items(&agent["departments"]).contains(&created["id"]));
    // Only fields that are sent change.
    let updated = caller.put(&path, "description=Coffee&members=").ok();
    assert_eq!(updated["name"], "Café & Co");
    assert_eq!(updated["description"], "Coffee");
    assert_eq!(updated["members"], json!([]));
    assert_eq!(updated["status"], 2);
    // Names are unique; its own name is free for it.
    for name in ["Sales", "sALES", "Caf%C3%A9 %26 Co", "CAF%C3%89+%26+CO"] {
        let message = caller
            .post("departments", &format!("name={name}"))
            .refused(400);
        assert!(message.ends_with("exists already."), "{message}");
    }
    caller.put("departments/11", "name=support").refused(400);
    assert_eq!(
        caller.put("departments/11", "name=SALES").ok()["name"],
        "SALES"
    );
    let removed = caller.delete(&path).ok();
    assert_eq!(
        removed["result"],
        "The department 'Café & Co' has been removed."
    );
    caller.get(&path).refused(404);
    caller.put(&path, "name=A").refused(404);
    caller.delete(&path).refused(404);
    // Its name is free again.
    let again = caller.post("departments", "name=Caf%C3%A9+%26+Co").ok();
    assert_ne!(again["id"], created["id"]);
}

#[tokio::test]
async fn a_removed_department_takes_its_chats_and_messages_along() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let days = "date_from=2024-04-01&date_to=2024-05-14";
    let total = |path: &str, filter: &str| {
        caller.get(&format!("{path}?{days}{filter}")).ok()["total"]
            .as_u64()
            .expect("a total")
    };
    let chat = caller.get(&format!("chats?{days}&department=12")).ok()["chats"][0]["id"].clone();
    let chat = format!("chats/{}", chat.as_str().expect("an id"));
    let before = [total("chats", ""), total("offline_messages", "")];
    let gone = [
        total("chats", "&department=12"),
        total("offline_messages", "&department=12"),
    ];
    assert!(gone.iter().all(|gone| *gone > 0), "{gone:?}");
    caller.get(&chat).ok();
    caller.delete("departments/12").ok();
    assert_eq!(total("chats", ""), before[0] - gone[0]);
    assert_eq!(total("offline_messages", ""), before[1] - gone[1]);
    assert_eq!(total("chats", "&department=12"), 0);
    caller.get(&chat).refused(404);
    let period = "timeFrom=2024-04-01T00:00:00&timeTo=2024-05-15T00:00:00";
    let rows = caller
        .get(&format!("reports/chatVolume?{period}&group=day"))
        .ok();
    assert_eq!(
        format!("{}", sum(&rows, "chats")),
        total("chats", "").to_string()
    );
    let rows = caller
        .get(&format!("reports/chatVolume?{period}&group=department"))
        .ok();
    assert_eq!(find(&rows, "departmentId", &json!(12)), None);
}

#[tokio::test]
async fn a_renamed_department_and_agent_are_named_so_in_their_chats() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let path = "chats?date_from=2024-05-01&date_to=2024-05-14&department=11&operator=1";
    caller.put("departments/11", "name=Orders").ok();
    caller
        .put("operators/admin@example.com", "display_name=Boss")
        .ok();
    let page = caller.get(path).ok();
    assert!(!items(&page["chats"]).is_empty());
    for chat in items(&page["chats"]) {
        assert_eq!(chat["department"], "Orders");
        let names = chat["operators"].as_str().expect("names");
        assert!(names.split(',').any(|name| name == "Boss"), "{names}");
    }
    // A removed agent keeps its name in them.
    let lead = Caller::new(&sandbox, "lead@example.com");
    lead.delete("operators/admin@example.com").ok();
    assert_eq!(lead.get(path).ok(), page);
}

#[tokio::test]
async fn agents() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let required = "email=new%2B1@example.com&password=secret&display_name=New&first_name=N\
                    &last_name=W";
    let created = caller.post("operators", required).ok();
    for (key, value) in [
        ("email", json!("new+1@example.com")),
        ("display_name", json!("New")),
        ("first_name", json!("N")),
        ("last_name", json!("W")),
        ("is_admin", json!(false)),
        ("is_active", json!(true)),
        ("max_chats_count", json!(3)),
        ("departments", json!([])),
        ("status", json!(2)),
        ("ongoing_chats", json!(0)),
    ] {
        assert_eq!(created[key], value, "{key}");
    }
    assert!(created.get("password").is_none());
    // It can call at once.
    Caller::new(&sandbox, "new+1@example.com")
        .get("departments")
        .ok();
    let path = "operators/new%2B1@example.com";
    assert_eq!(caller.get(path).ok(), created);
    let updated = caller
        .put(path, "title=Dr.&departments=13,11&max_chats_count=7")
        .ok();
    assert_eq!(updated["departments"], json!([11, 13]));
    assert_eq!(updated["title"], "Dr.");
    assert_eq!(updated["max_chats_count"], 7);
    assert_eq!(updated["display_name"], "New");
    assert_eq!(updated["api_key"], created["api_key"]);
    assert!(items(&caller.get("departments/13").ok()["members"]).contains(&created["id"]));
    // The list has `name`, and no details.
    let list = caller.get("operators").ok();
    let listed = find(&list, "id", &created["id"]).expect("the new agent");
    assert_eq!(listed["name"], "New");
    assert!(listed.get("display_name").is_none() && listed.get("title").is_none());
    assert_eq!(items(&list).len(), 8);
    for taken in ["NEW%2B1@example.com", "Admin@example.com"] {
        let form = required.replace("new%2B1@example.com", taken);
        let message = caller.post("operators", &form).refused(400);
        assert!(message.ends_with("exists already."), "{message}");
    }
    let removed = caller.delete(path).ok();
    assert_eq!(
        removed["result"],
        "The agent 'new+1@example.com' has been removed."
    );
    caller.get(path).refused(404);
    caller.put(path, "title=Dr.").refused(404);
    caller
        .put(&format!("{path}/reset_api_key"), "")
        .refused(404);
    assert_eq!(items(&caller.get("operators").ok()).len(), 7);
    assert!(!items(&caller.get("departments/13").ok()["members"]).contains(&created["id"]));
    caller.post("operators", required).ok();
}

#[tokio::test]
async fn an_email_with_letters_outside_of_ascii_names_an_agent() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    // An upper-case letter whose lower-case form has other bytes.
    let email = "%C3%89cole@example.com";
    let form = format!(
        "email={email}&password=secret&display_name=New&first_name=N&last_name=W&departments=11"
    );
    let created = caller.post("operators", &form).ok();
    assert_eq!(created["email"], "École@example.com");
    let path = format!("operators/{email}");
    assert_eq!(caller.put(&path, "title=Dr.").ok()["title"], "Dr.");
    caller.put(&format!("{path}/reset_api_key"), "").ok();
    caller.delete(&path).ok();
    caller.get(&path).refused(404);
    assert_eq!(items(&caller.get("operators").ok()).len(), 7);
}

#[tokio::test]
async fn canned_messages_and_their_categories() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let category = caller
        .post("cannedMessageCategories", "name=Mine&isPrivate=true")
        .ok();
    let category_path = format!("cannedMessageCategories/{}", category["id"]);
    assert_eq!(category["parentId"], 0);
    assert_eq!(caller.get(&category_path).ok(), category);
    let messages = format!("{category_path}/cannedMessages");
    assert_eq!(caller.get(&messages).ok(), json!([]));
    // Private as the category is.
    let message = caller.post(&messages, "name=A&message=B&shortcuts=ab").ok();
    assert_eq!(
        message,
        json!({
            "id": message["id"],
            "name": "A",
            "message": "B",
            "categoryId": category["id"],
            "isPrivate": true,
            "shortcuts": "ab",
        })
    );
    assert_eq!(caller.get(&messages).ok(), json!([message]));
    let path = format!("cannedMessages/{}", message["id"]);
    let updated = caller
        .put(&path, "message=C%0AD&categoryId=41&isPrivate=false")
        .ok();
    assert_eq!(updated["message"], "C\nD");
    assert_eq!(
        (&updated["name"], &updated["shortcuts"]),
        (&json!("A"), &json!("ab"))
    );
    assert_eq!(
        (&updated["categoryId"], &updated["isPrivate"]),
        (&json!(41), &json!(false))
    );
    assert_eq!(caller.get(&messages).ok(), json!([]));
    // A category moves below another; its messages remain when it is removed.
    let moved = caller
        .put(&category_path, "parentId=43&name=Moved&isPrivate=false")
        .ok();
    assert_eq!(
        (&moved["parentId"], &moved["name"]),
        (&json!(43), &json!("Moved"))
    );
    for path in ["cannedMessageCategories/43", "cannedMessageCategories/41"] {
        let removed = caller.delete(path);
        assert_eq!((removed.status, removed.body.as_slice()), (200, &b""[..]));
        caller.get(path).refused(404);
    }
    assert_eq!(caller.get(&category_path).ok()["parentId"], 0);
    assert_eq!(caller.get(&path).ok()["categoryId"], 0);
    // The response to the removal of a message has no body.
    let removed = caller.delete(&path);
    assert_eq!((removed.status, removed.body.as_slice()), (200, &b""[..]));
    assert_eq!(removed.header("content-length"), Some("0"));
    caller.delete(&path).refused(404);
    assert_eq!(
        find(&caller.get("cannedMessages").ok(), "id", &message["id"]),
        None
    );
}

#[tokio::test]
async fn custom_variables_of_a_visitor() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let visitor = caller.get("visitors").ok()[0].clone();
    let path = format!("visitors/{}", visitor["id"].as_str().expect("an id"));
    let before = items(&visitor["custom_variable"]).len();
    let body = r#"[{"name":"plan","value":"gold"},{"name":"é","value":""}]"#;
    let updated = caller.put_json(&path, body).ok();
    let variables = items(&updated["custom_variable"]);
    assert_eq!(variables.len(), before + 1);
    assert!(variables.contains(&json!({ "name": "plan", "value": "gold" })));
    assert!(variables.contains(&json!({ "name": "é", "value": "" })));
    caller.put_json(&path, r#"[{"name":"é","value":"2"}]"#).ok();
    let again = caller.get(&path).ok();
    assert!(items(&again["custom_variable"]).contains(&json!({ "name": "é", "value": "2" })));
    assert!(items(&again["custom_variable"]).contains(&json!({ "name": "plan", "value": "gold" })));
    assert_eq!(
        find(&caller.get("visitors").ok(), "id", &visitor["id"]),
        Some(&again)
    );
}
