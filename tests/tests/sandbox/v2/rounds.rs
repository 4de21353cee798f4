//! Each resource is created, read, listed, changed and removed, with a token.

use serde_json::{Value, json};

use crate::raw::{Caller, at_noon, items};
use crate::tokens::{partner, with_token};

pub(super) fn call(
    caller: &Caller,
    method: &str,
    path: &str,
    body: Option<&Value>,
) -> crate::raw::Answer {
    let text = body.map(Value::to_string);
    let body = text.as_deref().map(|text| ("application/json", text));
    caller.send(method, &format!("/api/v2/{path}"), body)
}

/// A resource: the paths of the list and of one, whether one can be listed, read and removed, the body that creates one,
/// and the body that changes it.
struct Resource {
    list: &'static str,
    can: [bool; 3],
    create: Value,
    update: Value,
}

fn resource(list: &'static str, create: Value, update: Value) -> Resource {
    Resource {
        list,
        can: [true; 3],
        create,
        update,
    }
}

fn resources() -> Vec<Resource> {
    let limited = |can: [bool; 3], list, create, update| Resource {
        can,
        ..resource(list, create, update)
    };
    vec![
        resource(
            "livechat/departments",
            json!({ "name": "Returns", "agents": [1, 3], "allocationRule": "round robin" }),
            json!({ "description": "Parcels", "isLastChattedPreferred": true }),
        ),
        resource(
            "livechat/campaigns",
            json!({ "name": "Shop", "language": "French" }),
            json!({ "description": "The new shop" }),
        ),
        resource(
            "livechat/cannedMessages",
            json!({ "name": "Hours", "message": "From 9 to 5.", "shortCuts": "hrs" }),
            json!({ "categoryId": 41 }),
        ),
        resource(
            "livechat/cannedMessageCategories",
            json!({ "name": "Parcels", "isPrivate": true, "parentId": 0 }),
            json!({ "name": "Letters" }),
        ),
        resource(
            "livechat/customAwayStatus",
            json!({ "name": "Training", "isVisible": true }),
            json!({ "isVisible": false }),
        ),
        resource(
            "livechat/bans",
            json!({ "type": "ip", "ipAddress": "203.0.113.9" }),
            json!({ "comment": "Insults" }),
        ),
        resource(
            "livechat/visitorSegmentations",
            json!({ "name": "Returning", "color": "#ffffff", "priority": 2,
                "conditions": { "when": "any", "list": [
                    { "number": 1, "field": "visits", "operator": "more", "value": "3" } ] } }),
            json!({ "isEnable": true, "notification": { "agents": [1], "departments": [] } }),
        ),
        resource(
            "livechat/secureForms",
            json!({ "name": "Passport", "fields": [{ "name": "Number", "type": "text" }] }),
            json!({ "description": "For the bank" }),
        ),
        limited(
            [true, false, true],
            "livechat/webhooks",
            json!({ "event": "chatStarted", "targetUrl": "https://hooks.example.com/a" }),
            json!({ "targetUrl": "https://hooks.example.com/b" }),
        ),
        limited(
            [true, false, true],
            "livechat/customVariables",
            json!({ "name": "tier", "type": "text", "value": "window.tier" }),
            json!({ "hyperlink": "https://example.com/" }),
        ),
        limited(
            [true, true, false],
            "livechat/conversionActions",
            json!({ "name": "Download", "isEnable": true, "type": "url", "matchValue": "/file" }),
            json!({ "isCaseSensitive": true }),
        ),
        resource(
            "account/groups",
            json!({ "name": "Shift", "agents": [{ "id": 3, "name": "Sofia" }] }),
            json!({ "description": "From 8" }),
        ),
        limited(
            [false, true, true],
            "livechat/campaigns/22/invitation/autoInvitations",
            json!({ "name": "After a minute", "conditions": { "when": "all", "list": [] } }),
            json!({ "isEnable": true, "invitationWindow": { "message": { "bold": true } } }),
        ),
        limited(
            [false, true, true],
            "livechat/campaigns/22/routingrule/customrules",
            json!({ "name": "Big ones", "isEnable": true, "routeToObject": "agent", "routeToId": 1 }),
            json!({ "routePriority": "highest" }),
        ),
    ]
}

/// Asserts that the object has these members, and no others changed.
#[track_caller]
fn assert_has(object: &Value, members: &Value) {
    for (name, value) in members.as_object().expect("an object") {
        assert_eq!(&object[name], value, "{name} in {object}");
    }
}

#[tokio::test]
async fn what_is_created_is_read_listed_changed_and_removed() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    for resource in resources() {
        let path = resource.list;
        let [is_listed, is_read, is_removed] = resource.can;
        let created = call(&caller, "POST", path, Some(&resource.create)).ok();
        assert_has(&created, &resource.create);
        let id = created["id"].as_u64().expect("an id");
        let one = format!("{path}/{id}");
        let is_in_list = || {
            let list = call(&caller, "GET", path, None).ok();
            items(&list).iter().any(|known| known["id"] == id)
        };
        let updated = call(&caller, "PUT", &one, Some(&resource.update)).ok();
        assert_has(&updated, &resource.update);
        // Fields that are not sent keep their values.
        let kept: Value = resource
            .create
            .as_object()
            .expect("an object")
            .iter()
            .filter(|(name, _)| resource.update.get(name).is_none())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect::<serde_json::Map<_, _>>()
            .into();
        assert_has(&updated, &kept);
        if is_read {
            assert_eq!(call(&caller, "GET", &one, None).ok(), updated);
        }
        if is_listed {
            assert!(is_in_list(), "{path}");
        }
        if is_removed {
            let answer = call(&caller, "DELETE", &one, None);
            assert_eq!(answer.status, 200, "{path}");
            assert!(answer.body.is_empty(), "{path}");
            call(&caller, "DELETE", &one, None).refused(404);
            call(&caller, "PUT", &one, Some(&resource.update)).refused(404);
            assert!(!is_listed || !is_in_list(), "{path}");
        }
    }
}

#[tokio::test]
async fn single_settings_are_updated_in_part() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let settings = [
        ("account/site/profile", json!({ "siteName": "Renamed" })),
        ("account/ipRestriction", json!({ "isEnable": true })),
        ("livechat/autoAllocation", json!({ "isEnable": false })),
        ("livechat/configs", json!({ "isEnableJoinme": true })),
        (
            "livechat/visitorSSO",
            json!({ "isEnable": true, "dataMappings": [{ "ssoAttribute": "a", "comm100Field": "b" }] }),
        ),
        (
            "livechat/campaigns/21/chatButton",
            json!({ "type": "textLink", "textLink": { "text": "Chat" } }),
        ),
        (
            "livechat/campaigns/21/chatWindow",
            json!({ "style": "bubble", "color": "#000000", "type": "popup", "popup": { "title": "Hi" } }),
        ),
        (
            "livechat/campaigns/21/prechat",
            json!({ "isEnable": false, "greetingMessage": "Hello" }),
        ),
        (
            "livechat/campaigns/21/postchat",
            json!({ "isEnable": false }),
        ),
        (
            "livechat/campaigns/21/offlineMessage",
            json!({ "isUseOwnPage": true, "page": { "url": "https://example.com/" } }),
        ),
        (
            "livechat/campaigns/21/invitation",
            json!({ "style": "popup" }),
        ),
        (
            "livechat/campaigns/21/routingrules",
            json!({ "isEnable": true, "type": "rules", "failType": "offlineMessage" }),
        ),
        (
            "livechat/campaigns/21/language",
            json!({ "isUseDefaultLanguageText": false, "isRTL": true }),
        ),
    ];
    for (path, changes) in settings {
        let before = call(&caller, "GET", path, None).ok();
        let after = call(&caller, "PUT", path, Some(&changes)).ok();
        assert_has(&after, &changes);
        assert_eq!(call(&caller, "GET", path, None).ok(), after, "{path}");
        for (name, value) in before.as_object().expect("an object") {
            if changes.get(name).is_none() {
                assert_eq!(&after[name], value, "{name} of {path}");
            }
        }
    }
    // Of another campaign, nothing changed.
    let other = call(&caller, "GET", "livechat/campaigns/22/prechat", None).ok();
    assert_eq!(other["isEnable"], true);
    call(&caller, "GET", "livechat/campaigns/99/prechat", None).refused(404);
    let manual = json!({ "message": { "content": "Hi", "fontsize": "large" } });
    let path = "livechat/campaigns/21/invitation/manualInvitation";
    let manual = call(&caller, "PUT", path, Some(&manual)).ok();
    let invitation = call(&caller, "GET", "livechat/campaigns/21/invitation", None).ok();
    assert_eq!(invitation["manualInvitation"], manual);
}

#[tokio::test]
async fn sites_of_the_partner() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = partner(&sandbox);
    let list = call(&caller, "GET", "partner/sites", None).ok();
    assert_eq!(list["total"], 2);
    assert_eq!(list["nextPage"], "");
    let contact = json!({ "firstName": "Ann", "lastName": "Bo", "email": "ann@example.org" });
    let new = json!({ "password": "x", "contact": contact, "timezone": "31", "planList": [] });
    let created = call(&caller, "POST", "partner/sites", Some(&new)).ok();
    assert_eq!(created["contact"], contact);
    assert_eq!(created["timeZone"], "31");
    assert!(created.get("password").is_none() && created.get("timezone").is_none());
    assert_eq!(created["createTime"], "2024-05-14T12:00:00.000");
    let one = format!("partner/sites/{}", created["id"]);
    let change =
        json!({ "company": "Bo Ltd.", "planList": [{ "id": 1, "name": "Team", "products": 1 }] });
    assert_has(&call(&caller, "PUT", &one, Some(&change)).ok(), &change);
    assert_eq!(created["activated"], false);
    call(&caller, "PUT", &format!("{one}/paying"), None);
    assert_eq!(call(&caller, "GET", &one, None).ok()["activated"], true);
    let found = call(&caller, "GET", "partner/sites?keywords=ann%40", None).ok();
    assert_eq!(found["total"], 1);
}
