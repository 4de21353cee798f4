//! Both versions are about one account.

use serde_json::{Value, json};

use crate::raw::{Caller, admin, at_noon, items};
use crate::tokens::with_token;

fn json_body(caller: &Caller, method: &str, path: &str, body: &Value) -> Value {
    let body = body.to_string();
    let body = Some(("application/json", body.as_str()));
    let answer = caller.send(method, &format!("/api/v2/{path}"), body);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    if answer.body.is_empty() {
        Value::Null
    } else {
        answer.json()
    }
}

fn get(caller: &Caller, path: &str) -> Value {
    caller.get(&format!("/api/v2/{path}")).ok()
}

#[tokio::test]
async fn a_department_of_one_version_is_one_of_the_other() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let (old, new) = (admin(&sandbox), with_token(&sandbox, "admin@example.com"));
    let by_new = json_body(
        &new,
        "POST",
        "livechat/departments",
        &json!({ "name": "Two", "agents": [1] }),
    );
    let seen = old.get(&format!("departments/{}", by_new["id"])).ok();
    assert_eq!(
        (&seen["name"], &seen["members"]),
        (&json!("Two"), &json!([1]))
    );
    let by_old = old.post("departments", "name=One&members=3").ok();
    let path = format!("livechat/departments/{}", by_old["id"]);
    let seen = get(&new, &path);
    assert_eq!(
        (&seen["name"], &seen["agents"]),
        (&json!("One"), &json!([3]))
    );
    // Version 1 keeps what it does not know.
    json_body(
        &new,
        "PUT",
        &path,
        &json!({ "emailAddresses": "a@example.com" }),
    );
    old.put(&format!("departments/{}", by_old["id"]), "name=Three")
        .ok();
    assert_eq!(get(&new, &path)["emailAddresses"], "a@example.com");
    old.delete(&format!("departments/{}", by_old["id"])).ok();
    new.get(&format!("/api/v2/{path}")).refused(404);
}

#[tokio::test]
async fn an_agent_of_one_version_is_one_of_the_other() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let (old, new) = (admin(&sandbox), with_token(&sandbox, "admin@example.com"));
    let created = json_body(
        &new,
        "POST",
        "account/agents",
        &json!({
            "email": "ida@example.com", "displayName": "Ida", "firstName": "Ida", "lastName": "Berg",
            "mobilePhone": "+1 555", "timeZone": "31", "password": "first",
        }),
    );
    assert!(created.get("password").is_none(), "{created}");
    let seen = old.get("operators/ida@example.com").ok();
    assert_eq!(seen["phone"], "+1 555");
    let id = &created["id"];
    json_body(
        &new,
        "PUT",
        &format!("account/agents/{id}"),
        &json!({ "email": "eva@example.com" }),
    );
    old.get("operators/ida@example.com").refused(404);
    old.get("operators/eva@example.com").ok();
    assert_eq!(get(&new, &format!("account/agents/{id}"))["timeZone"], "31");
    // The live chat is another resource of the same agent.
    let live = format!("livechat/agents/{id}");
    let status = json!({ "status": "Lunch", "departments": [11, 12], "maxChatsCount": 7 });
    let live = json_body(&new, "PUT", &live, &status);
    assert_eq!(live["status"], "Lunch");
    let seen = old.get("operators/eva@example.com").ok();
    assert_eq!(
        (&seen["status"], &seen["departments"]),
        (&json!(1), &json!([11, 12]))
    );
    assert_eq!(seen["max_chats_count"], 7);
    // It signs in with its password, and changes it.
    let ida = with_token(&sandbox, "eva@example.com");
    let me = get(&ida, "account/agents/me");
    assert_eq!(me["email"], "eva@example.com");
    let wrong = json!({ "currentPassword": "wrong", "newPassword": "second" }).to_string();
    ida.send(
        "PUT",
        "/api/v2/account/agents/me/password",
        Some(("application/json", &wrong)),
    )
    .refused(400);
    let right = json!({ "currentPassword": "first", "newPassword": "second" });
    json_body(&ida, "PUT", "account/agents/me/password", &right);
    assert_eq!(
        sandbox.password("eva@example.com").as_deref(),
        Some("second")
    );
    json_body(
        &new,
        "POST",
        &format!("account/agents/{id}/password"),
        &json!({ "password": "third" }),
    );
    assert_eq!(
        sandbox.password("eva@example.com").as_deref(),
        Some("third")
    );
}

#[tokio::test]
async fn permissions_decide_over_both_versions() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let new = with_token(&sandbox, "admin@example.com");
    let support = Caller::new(&sandbox, "support@example.com");
    support.get("campaigns").refused(403);
    let path = "account/agents/3/permissions";
    let before = get(&new, path);
    assert_eq!(before["liveChat"]["manageCampaigns"], false);
    let after = json_body(
        &new,
        "PUT",
        path,
        &json!({ "liveChat": { "manageCampaigns": true, "joinChats": true } }),
    );
    assert_eq!(after["liveChat"]["manageCampaigns"], true);
    assert_eq!(after["liveChat"]["joinChats"], true);
    assert_eq!(after["account"], before["account"]);
    support.get("campaigns").ok();
    support.get("/api/v2/livechat/campaigns").ok();
    assert_eq!(get(&new, "account/agents/3/effectivePermissions"), after);
    let group = json_body(
        &new,
        "PUT",
        "account/groups/311/permissions",
        &json!({ "account": { "viewAuditLog": true } }),
    );
    assert_eq!(group["account"]["viewAuditLog"], true);
    let unknown = r#"{"liveChat": {"fly": true}}"#;
    new.send(
        "PUT",
        &format!("/api/v2/{path}"),
        Some(("application/json", unknown)),
    )
    .refused(400);
}

#[tokio::test]
async fn conversions_visitors_and_reports_are_the_same() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let (old, new) = (admin(&sandbox), with_token(&sandbox, "admin@example.com"));
    let visitors = get(&new, "livechat/visitors");
    let first = &items(&visitors)[0];
    let id = first["id"].as_str().expect("an id");
    let variables = json!([{ "name": "plan", "value": "gold", "url": "" }]);
    json_body(&new, "PUT", &format!("livechat/visitors/{id}"), &variables);
    let seen = old.get(&format!("visitors/{id}")).ok();
    let plan = json!({ "name": "plan", "value": "gold" });
    assert!(items(&seen["custom_variable"]).contains(&plan), "{seen}");
    let mark = |name: &str| {
        let body = json!({ "conversion_name": name, "visitorId": id, "value": "2.5" });
        json_body(&new, "POST", "livechat/conversionActions/achieved", &body)["code"].clone()
    };
    assert_eq!((mark("Signup"), mark("Nothing")), (json!(0), json!(1)));
    let period = "timeFrom=2024-05-14T00:00:00&timeTo=2024-05-15T00:00:00&group=day";
    let report = format!("reports/conversions?{period}");
    assert_eq!(
        get(&new, &format!("livechat/{report}")),
        old.get(&report).ok()
    );
    let queue = get(&new, "livechat/reports/realtime/queue");
    let waiting = &items(&queue[0]["queue"])[0];
    assert!(waiting["visitorId"].is_string(), "{waiting}");
}
