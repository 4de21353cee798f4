//! Chats, offline messages and the rest of the history, with their pages.

use serde_json::Value;

use crate::raw::{Caller, admin, at_noon, items};
use crate::tokens::with_token;

const MONTH: &str = "timeFrom=2024-04-01T00:00:00&timeTo=2024-04-30T23:59:59";

fn get(caller: &Caller, path: &str) -> Value {
    caller.get(&format!("/api/v2/livechat/{path}")).ok()
}

/// Follows `nextPage` to the end.
fn pages(caller: &Caller, path: &str) -> Vec<Value> {
    let mut pages = vec![get(caller, path)];
    loop {
        let next = pages.last().expect("a page")["nextPage"].clone();
        let next = next.as_str().expect("a text");
        if next.is_empty() {
            return pages;
        }
        let target = next
            .strip_prefix("http://localhost")
            .expect("the same host");
        pages.push(caller.get(target).ok());
    }
}

#[tokio::test]
async fn pages_lead_to_each_other_and_hold_all_chats_of_version_1() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let pages = pages(
        &caller,
        &format!("chats?{MONTH}&pageSize=100&timezone=%2B00:00"),
    );
    let total = pages[0]["total"].as_u64().expect("a total");
    let old = admin(&sandbox)
        .get("chats?date_from=2024-04-01&date_to=2024-04-30")
        .ok();
    assert_eq!(old["total"], total);
    let ids: Vec<&str> = pages
        .iter()
        .flat_map(|page| items(&page["chats"]))
        .map(|chat| chat["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(u64::try_from(ids.len()).expect("a count"), total);
    assert_eq!(items(&old["chats"])[0]["id"], ids[0]);
    assert_eq!(items(&pages[0]["chats"]).len(), 100);
    let previous = pages[1]["previousPage"].as_str().expect("a text");
    assert!(
        previous.contains("pageIndex=0") && previous.contains("pageSize=100"),
        "{previous}"
    );
    // By default, a page has ten and is the first; the page before it is itself.
    let first = get(&caller, &format!("chats?{MONTH}"));
    assert_eq!(items(&first["chats"]).len(), 10);
    let previous = first["previousPage"].as_str().expect("a text");
    assert!(previous.contains("pageIndex=0"), "{previous}");
    for size in ["0", "101"] {
        let path = format!("/api/v2/livechat/chats?{MONTH}&pageSize={size}");
        caller.get(&path).refused(400);
    }
    assert!(items(&get(&caller, "chats?pageIndex=9999")["chats"]).is_empty());
}

#[tokio::test]
async fn a_chat_has_the_documented_forms() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let page = get(&caller, &format!("chats?{MONTH}&pageSize=100"));
    let chat = &items(&page["chats"])[0];
    assert_eq!(
        get(
            &caller,
            &format!("chats/{}", chat["id"].as_str().expect("an id"))
        ),
        *chat
    );
    assert_eq!(chat["requestTime"].as_str().expect("a text").len(), 19);
    assert_eq!(chat["waitingTime"].as_str().expect("a text").len(), 8);
    let line = &items(&chat["chatTranscript"])[0];
    assert!(
        line["time"]
            .as_str()
            .expect("a text")
            .starts_with("04/30/2024 "),
        "{line}"
    );
    assert_eq!(line["type"], "enumVisitor");
    let grades: Vec<&str> = items(&page["chats"])
        .iter()
        .map(|chat| chat["postChat"]["ratingGrade"].as_str().expect("a text"))
        .collect();
    assert!(
        grades.contains(&"-1") && grades.contains(&"5"),
        "{grades:?}"
    );
}

#[tokio::test]
async fn filters_and_conditions_narrow_the_list() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let total = |query: &str| {
        let page = get(&caller, &format!("chats?{MONTH}&{query}"));
        page["total"].as_u64().expect("a total")
    };
    let all = total("");
    assert!(all > 300, "{all}");
    for narrower in [
        "agentId=1",
        "departmentId=11",
        "keywords=refund",
        "conditions%5B0%5D%5Bfield%5D=email&conditions%5B0%5D%5Boperate%5D=contains&conditions%5B0%5D%5Bvalue%5D=alice",
        "conditions[0][field]=agent&conditions[0][operate]=equal&conditions[0][value]=Ada",
    ] {
        let some = total(narrower);
        assert!(some > 0 && some < all, "{narrower}: {some}");
    }
    let alice = "conditions[0][field]=name&conditions[0][value]=alice";
    let with = total(&format!("{alice}&conditions[0][operate]=contains"));
    let without = total(&format!("{alice}&conditions[0][operate]=notContains"));
    assert_eq!(with + without, all);
    // In any letter case, as all words of version 2.
    let shouted = "conditions[0][field]=NAME&conditions[0][value]=alice&conditions[0][operate]=";
    assert_eq!(total(&format!("{shouted}Contains")), with);
    assert_eq!(total(&format!("{shouted}NOTCONTAINS")), without);
    let like = format!("/api/v2/livechat/chats?{MONTH}&{alice}&conditions[0][operate]=like");
    assert_eq!(
        caller.get(&like).refused(400),
        "Parameter 'conditions[0][operate]' must be one of contains, notContains, equal."
    );
    for wrong in [
        "conditions[0][field]=email",
        "conditions[x][field]=a&conditions[0][operate]=equal&conditions[0][value]=b",
        "conditions[0][color]=a",
        "conditions[7][field]=a&conditions[7][operate]=equal&conditions[7][value]=b",
    ] {
        let target = format!("/api/v2/livechat/chats?{MONTH}&{wrong}");
        let message = caller.get(&target).refused(400);
        assert!(
            message.starts_with("Parameter 'conditions'"),
            "{wrong}: {message}"
        );
    }
}

#[tokio::test]
async fn chats_are_removed_one_by_one_and_many_at_once() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let list = || get(&caller, &format!("chats?{MONTH}"));
    let before = list();
    let id = |index: usize| {
        items(&before["chats"])[index]["id"]
            .as_str()
            .expect("an id")
    };
    let one = format!("/api/v2/livechat/chats/{}", id(0));
    assert_eq!(caller.delete(&one).status, 200);
    caller.delete(&one).refused(404);
    let remove = |form: &str| {
        let body = Some(("application/x-www-form-urlencoded", form));
        caller.send("DELETE", "/api/v2/livechat/chats", body)
    };
    let answer = remove(&format!("%5B0%5D={}&[1]={}", id(1), id(2)));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let total = |page: &Value| page["total"].as_u64().expect("a total");
    assert_eq!(total(&list()), total(&before) - 3);
    remove("").refused(400);
    remove(&format!("ids={}", id(3))).refused(400);
}

#[tokio::test]
async fn the_rest_of_the_history() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let total = |path: &str| get(&caller, path)["total"].as_u64().expect("a total");
    let both = total(&format!("missedAndRefusedChats?{MONTH}"));
    let missed = total(&format!("missedAndRefusedChats?{MONTH}&type=missed"));
    let refused = total(&format!("missedAndRefusedChats?{MONTH}&type=refused"));
    assert!(missed > 0 && refused > 0 && missed + refused == both);
    let page = get(&caller, &format!("missedAndRefusedChats?{MONTH}"));
    let item = &items(&page["missedAndRefusedChats"])[0];
    assert!(["Missed", "Refused"].contains(&item["type"].as_str().expect("a type")));
    assert!(item["chat"]["chatTranscript"].is_null(), "{item}");
    let messages = get(&caller, &format!("offlineMessages?{MONTH}"));
    let id = items(&messages["offlineMessages"])[0]["id"]
        .as_str()
        .expect("an id");
    get(&caller, &format!("offlineMessages/{id}"));
    assert_eq!(
        caller
            .delete(&format!("/api/v2/livechat/offlineMessages/{id}"))
            .status,
        200
    );
    let after = total(&format!("offlineMessages?{MONTH}"));
    assert_eq!(messages["total"], after + 1);
    let agents = get(
        &caller,
        "agentChats?timeFrom=2024-05-10T00:00:00&timeTo=2024-05-14T12:00:00",
    );
    assert!(items(&agents["agentChats"]).len() > 1);
    let logs = caller
        .get("/api/v2/account/auditLogs?dateFrom=2024-05-01T00:00:00&dateTo=2024-05-14T12:00:00&product=account")
        .ok();
    assert!(logs["nextPage"].is_null());
    assert!(
        items(&logs["logs"])
            .iter()
            .all(|log| log["product"] == "Account")
    );
}
