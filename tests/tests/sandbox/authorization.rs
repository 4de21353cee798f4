//! Who may call: credentials, keys that change, the daily limit.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use comm100::sandbox::{Permission, Quirk, Sandbox};
use jiff::Timestamp;

use crate::raw::{Caller, admin, at_noon, items};

#[tokio::test]
async fn wrong_credentials_are_refused_alike() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let key = sandbox.api_key("admin@example.com").expect("a key");
    let basic = |text: &str| Some(format!("Basic {}", STANDARD.encode(text)));
    let former = sandbox.api_key("former@example.com").expect("a key");
    for header in [
        None,
        Some(String::new()),
        Some("Basic".to_owned()),
        Some("Basic ???".to_owned()),
        Some(format!("Bearer {key}")),
        basic("admin@example.com"),
        basic("admin@example.com:"),
        basic("admin@example.com:wrong"),
        basic(&format!("nobody@example.com:{key}")),
        basic(&format!("support@example.com:{key}")),
        // An agent that is not active.
        basic(&format!("former@example.com:{former}")),
    ] {
        let caller = Caller::with_header(&sandbox, header.as_deref());
        let answer = caller.get("departments");
        assert_eq!(
            answer.header("www-authenticate"),
            Some("Basic realm=\"Comm100\"")
        );
        let message = answer.refused(401);
        assert_eq!(message, "The email or the API key is wrong.", "{header:?}");
        // A path that does not exist is not revealed either.
        caller.get("nothing").refused(401);
    }
    // The scheme and the email may be in capitals.
    let pair = STANDARD.encode(format!("Admin@Example.com:{key}"));
    let caller = Caller::with_header(&sandbox, Some(&format!("BASIC {pair}")));
    assert_eq!(caller.get("departments").status, 200);
}

#[tokio::test]
async fn a_reset_key_is_refused_at_once() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let old = admin(&sandbox);
    let lead = Caller::new(&sandbox, "lead@example.com");
    let reset = lead
        .put("operators/admin@example.com/reset_api_key", "")
        .ok();
    old.get("departments").refused(401);
    let new_key = reset["api_key"].as_str().expect("a key");
    assert_eq!(
        sandbox.api_key("admin@example.com").as_deref(),
        Some(new_key)
    );
    let new = Caller::with_key(&sandbox, "admin@example.com", new_key);
    assert_eq!(new.get("operators/admin@example.com").ok(), reset);
}

#[tokio::test]
async fn an_agent_that_is_deactivated_or_removed_is_refused() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let (night, sales) = (
        Caller::new(&sandbox, "night@example.com"),
        Caller::new(&sandbox, "sales@example.com"),
    );
    caller
        .put("operators/night@example.com", "is_active=false")
        .ok();
    night.get("departments").refused(401);
    caller
        .put("operators/night@example.com", "is_active=true")
        .ok();
    night.get("departments").ok();
    caller.delete("operators/sales@example.com").ok();
    sales.get("departments").refused(401);
    assert!(
        sandbox
            .credentials_of("sales@example.com")
            .is_err_and(|error| error.is_config())
    );
}

#[tokio::test]
async fn permissions_change_with_the_agent() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let support = Caller::new(&sandbox, "support@example.com");
    support.get("reports/realtime/rightnow").refused(403);
    sandbox
        .permit("support@example.com", &[Permission::ViewReports])
        .expect("an agent");
    support.get("reports/realtime/rightnow").ok();
    support.get("operators").refused(403);
    admin(&sandbox)
        .put("operators/support@example.com", "is_admin=true")
        .ok();
    support.get("operators").ok();
    assert!(sandbox.permit("nobody@example.com", &[]).is_err());
}

#[tokio::test]
async fn private_canned_messages_are_their_agents_own() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let (support, caller) = (
        Caller::new(&sandbox, "support@example.com"),
        admin(&sandbox),
    );
    let ids = |caller: &Caller, path: &str| {
        let listed = caller.get(path).ok();
        items(&listed)
            .iter()
            .map(|item| item["id"].as_u64())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&support, "cannedMessages"), [Some(107)]);
    assert_eq!(ids(&support, "cannedMessageCategories"), [Some(44)]);
    assert!(!ids(&caller, "cannedMessages").contains(&Some(107)));
    assert!(ids(&caller, "cannedMessages").contains(&Some(108)));
    // Another's is as if it were not there; what is public needs the permission.
    caller.get("cannedMessages/107").refused(404);
    caller.get("cannedMessageCategories/44").refused(404);
    support.get("cannedMessages/108").refused(404);
    support.get("cannedMessages/101").refused(403);
    support
        .post("cannedMessages", "name=a&message=b")
        .refused(403);
    support
        .put("cannedMessages/107", "isPrivate=false")
        .refused(403);
    let own = support
        .post("cannedMessages", "name=a&message=b&isPrivate=true")
        .ok();
    assert_eq!(own["isPrivate"], true);
    assert_eq!(
        support.get(&format!("cannedMessages/{}", own["id"])).ok(),
        own
    );
}

/// A clock that the test sets.
fn clock(
    start: &str,
) -> (
    Arc<AtomicI64>,
    impl Fn() -> Timestamp + Send + Sync + 'static,
) {
    let start: Timestamp = start.parse().expect("a timestamp");
    let time = Arc::new(AtomicI64::new(start.as_second()));
    let shared = Arc::clone(&time);
    let now = move || {
        Timestamp::from_second(shared.load(Ordering::SeqCst)).expect("a time in the calendar")
    };
    (time, now)
}

#[tokio::test]
async fn the_daily_limit_is_reset_at_midnight() {
    let (time, now) = clock("2024-05-14T23:59:57Z");
    let sandbox = Sandbox::builder()
        .clock(now)
        .daily_limit(3)
        .start()
        .await
        .expect("a sandbox");
    let caller = admin(&sandbox);
    caller.get("departments").ok();
    // Rejected for another reason, and counted.
    caller.get("nothing").refused(404);
    caller.get("departments?x=1").refused(400);
    // Not an agent's, and not counted.
    Caller::with_header(&sandbox, None)
        .get("departments")
        .refused(401);
    assert_eq!(sandbox.used_today(), 3);
    for path in ["departments", "nothing"] {
        let message = caller.get(path).refused(403);
        assert_eq!(
            message,
            "The daily limit of 3 requests is exceeded. It is reset at 00:00 UTC."
        );
    }
    time.fetch_add(2, Ordering::SeqCst);
    caller.get("departments").refused(403);
    time.fetch_add(1, Ordering::SeqCst);
    assert_eq!(sandbox.used_today(), 0);
    caller.get("departments").ok();
    assert_eq!((sandbox.used_today(), sandbox.requests()), (1, 8));
}

#[tokio::test]
async fn the_limit_may_answer_as_in_the_drafts() {
    let sandbox = at_noon()
        .daily_limit(0)
        .quirks(Quirk::LimitAsServerError)
        .start()
        .await;
    let answer = admin(&sandbox.expect("a sandbox")).get("departments");
    assert_eq!(answer.status, 500);
    assert_eq!(answer.json()["code"], 500_010);
}
