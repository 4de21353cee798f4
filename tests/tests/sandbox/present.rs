//! The real-time reports agree with the lists of visitors, agents and chats.

use serde_json::Value;

use crate::{
    lists::{same, total},
    raw::{admin, at_noon, items, sum},
};

#[tokio::test]
async fn the_present_agrees_with_the_lists() {
    let sandbox = at_noon().chatbot(true).start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let now = caller.get("reports/realtime/rightnow").ok();
    let (visitors, chatting) = (
        caller.get("visitors").ok(),
        caller.get("visitors/chatting").ok(),
    );
    let count = |list: &Value| u64::try_from(items(list).len()).ok();
    assert_eq!(now["visitorsOnSite"].as_u64(), count(&visitors));
    assert_eq!(now["ongoingChats"].as_u64(), count(&chatting));
    assert!(
        items(&chatting)
            .iter()
            .all(|visitor| [1, 2].map(Value::from).contains(&visitor["status"]))
    );
    let waiting = items(&visitors)
        .iter()
        .filter(|visitor| visitor["status"] == 0)
        .count();
    assert_eq!(
        now["currentQueueLength"].as_u64(),
        u64::try_from(waiting).ok()
    );
    let queue = caller.get("reports/realtime/queue").ok();
    assert_eq!(count(&queue[0]["queue"]), u64::try_from(waiting).ok());
    assert_eq!(queue[0]["ongoingChats"], now["ongoingChats"]);
    let of_kind = |kind: u64, metric: &str| -> f64 {
        let rows = items(&queue)
            .iter()
            .filter(|row| row["routeTo"]["type"] == kind);
        rows.map(|row| row[metric].as_f64().expect("a number"))
            .sum()
    };
    let ongoing = now["ongoingChats"].as_f64().expect("a number");
    same(of_kind(1, "ongoingChats"), ongoing, "departments");
    same(of_kind(2, "ongoingChats"), ongoing, "agents");
    let agents = caller.get("reports/realtime/agents").ok();
    same(sum(&agents, "ongoingChats"), ongoing, "agents");
    for agent in items(&agents) {
        let listed = total(&caller, &format!("chats?operator={}", agent["agentId"]));
        same(
            agent["todayChats"].as_f64().expect("chats"),
            listed,
            "today",
        );
    }
    let today = caller.get("reports/realtime/today").ok();
    same(
        today["chatOverview"]["chats"].as_f64().expect("chats"),
        total(&caller, "chats"),
        "today",
    );
    let span = "timeFrom=2024-05-14T00:00:00&timeTo=2024-05-15T00:00:00&group=day";
    let row = caller.get(&format!("reports/chatVolume?{span}")).ok();
    assert_eq!(
        today["chatOverview"]["chatRequests"],
        row[0]["chatRequests"]
    );
    assert!(today["chatbot"]["answers"].is_number() && now["ongoingChatsWithAgents"].is_number());
    let metrics = caller.get("reports/realtime/today/customMetrics").ok();
    let visits = caller.get(&format!("reports/visits?{span}")).ok()[0]["visits"].clone();
    let rate = total(&caller, "chats") / visits.as_f64().expect("visits");
    assert_eq!(metrics[0]["id"], 61);
    same(
        metrics[0]["value"].as_f64().expect("a value"),
        rate,
        "chat rate",
    );
    // Features that the account does not have are null.
    let plain = at_noon()
        .edition(comm100::sandbox::Edition::Business)
        .start()
        .await;
    let caller = admin(plain.as_ref().expect("a sandbox"));
    let now = caller.get("reports/realtime/rightnow").ok();
    assert!(now["currentQueueLength"].is_null() && now["ongoingChatsWithAgents"].is_null());
    let today = caller.get("reports/realtime/today").ok();
    assert!(today["serviceEfficiency"].is_null() && today["chatbot"].is_null());
}
