//! An agent has the permissions of its groups.

use serde_json::{Value, json};

use crate::raw::{Answer, Caller, at_noon};
use crate::tokens::with_token;

fn call(caller: &Caller, method: &str, path: &str, body: &Value) -> Answer {
    let body = body.to_string();
    caller.send(
        method,
        &format!("/api/v2/{path}"),
        Some(("application/json", &body)),
    )
}

#[tokio::test]
async fn a_group_grants_its_permissions_to_its_members() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let admin = with_token(&sandbox, "admin@example.com");
    let member = with_token(&sandbox, "support@example.com");
    let campaigns = "/api/v2/livechat/campaigns";
    let refused = || {
        let message = member.get(campaigns).refused(403);
        assert!(message.contains("Manage Campaigns"), "{message}");
    };
    refused();

    let group = json!({ "name": "Campaigners", "agents": [{ "id": 3 }, { "id": 3, "name": "?" }] });
    let group = call(&admin, "POST", "account/groups", &group).ok();
    assert_eq!(group["agents"], json!([{ "id": 3, "name": "Sofia" }]));
    let id = &group["id"];
    let path = format!("account/groups/{id}/permissions");
    let granted = json!({ "liveChat": { "manageCampaigns": true, "joinChats": true } });
    let stored = call(&admin, "PUT", &path, &granted).ok();
    assert_eq!(stored["liveChat"]["manageCampaigns"], true);
    assert_eq!(admin.get(&format!("/api/v2/{path}")).ok(), stored);
    member.get(campaigns).ok();

    // Fields that are not sent keep their values.
    let more = json!({ "account": { "viewAuditLog": true } });
    let stored = call(&admin, "PUT", &path, &more).ok();
    assert_eq!(stored["liveChat"]["joinChats"], true);
    member.get(campaigns).ok();

    // The agent's own permissions are not the effective ones.
    let of = |what: &str| admin.get(&format!("/api/v2/account/agents/3/{what}")).ok();
    for name in ["manageCampaigns", "joinChats"] {
        assert_eq!(of("permissions")["liveChat"][name], false, "{name}");
        assert_eq!(of("effectivePermissions")["liveChat"][name], true, "{name}");
    }
    assert_eq!(of("effectivePermissions")["account"]["viewAuditLog"], true);
    assert_eq!(of("effectivePermissions")["account"]["manageSite"], false);

    // Agents name their groups, and may leave them.
    let agent = admin.get("/api/v2/account/agents/3").ok();
    assert_eq!(agent["groups"], json!([id]));
    call(
        &admin,
        "PUT",
        "account/agents/3",
        &json!({ "groups": [999] }),
    )
    .refused(400);
    let left = call(&admin, "PUT", "account/agents/3", &json!({ "groups": [] })).ok();
    assert_eq!(left["groups"], json!([]));
    refused();
    let group = admin.get(&format!("/api/v2/account/groups/{id}")).ok();
    assert_eq!(group["agents"], json!([]));
    call(
        &admin,
        "PUT",
        "account/agents/3",
        &json!({ "groups": [id] }),
    )
    .ok();
    member.get(campaigns).ok();

    // Without the group, its permissions are gone.
    let removed = admin.delete(&format!("/api/v2/account/groups/{id}"));
    assert_eq!(removed.status, 200);
    refused();
    let unknown = json!({ "name": "Others", "agents": [{ "id": 999 }] });
    let message = call(&admin, "POST", "account/groups", &unknown).refused(400);
    assert!(message.contains("'agents'"), "{message}");
}
