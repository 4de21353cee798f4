//! All 70 documented endpoints are there, each with its parameters, permission and edition.

use comm100::sandbox::{Edition, Sandbox};
use serde_json::Value;

use crate::documented::{BUSINESS, ENDPOINTS, ENTERPRISE};
use crate::raw::{Answer, Caller, admin, at_noon, items};

/// Ids of a chat, a message and a visitor.
pub(crate) fn ids(caller: &Caller) -> [String; 3] {
    let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
    let days = "date_from=2024-05-01&date_to=2024-05-14";
    [
        id(&caller.get(&format!("chats?{days}")).ok()["chats"][0]),
        id(&caller.get(&format!("offline_messages?{days}")).ok()["offline_messages"][0]),
        id(&caller.get("visitors").ok()[0]),
    ]
}

pub(crate) fn fill(text: &str, [chat, message, visitor]: &[String; 3]) -> String {
    text.replace("{chat}", chat)
        .replace("{message}", message)
        .replace("{visitor}", visitor)
}

/// Calls an endpoint with these parameters.
pub(crate) fn call(caller: &Caller, method: &str, path: &str, given: &str) -> Answer {
    match method {
        "GET" | "DELETE" if given.is_empty() => caller.send(method, path, None),
        "GET" | "DELETE" => caller.send(method, &format!("{path}?{given}"), None),
        _ if given.starts_with('[') => caller.put_json(path, given),
        _ => caller.send(
            method,
            path,
            Some(("application/x-www-form-urlencoded", given)),
        ),
    }
}

#[tokio::test]
async fn every_endpoint_answers_what_is_required_and_nothing_else() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let ids = ids(&caller);
    for (method, path, required, _) in ENDPOINTS {
        let (path, required) = (fill(path, &ids), fill(required, &ids));
        // Without authorization.
        let nobody = Caller::with_header(&sandbox, None);
        call(&nobody, method, &path, &required).refused(401);
        // With a parameter more, in the query and in the form.
        let query = if method == "GET" {
            required.as_str()
        } else {
            ""
        };
        let target = format!("{path}?{query}&undocumented=1");
        let message = caller.send(method, &target, None).refused(400);
        assert_eq!(
            message, "Parameter 'undocumented' is not known.",
            "{method} {path}"
        );
        if !matches!(method, "GET" | "DELETE") && required.contains('=') {
            let message = call(
                &caller,
                method,
                &path,
                &format!("{required}&undocumented=1"),
            );
            assert_eq!(
                message.refused(400),
                "Parameter 'undocumented' is not known.",
                "{path}"
            );
        }
        // Without each of the required ones.
        for missing in required.split('&').filter(|pair| pair.contains('=')) {
            let others: Vec<&str> = required
                .split('&')
                .filter(|pair| *pair != missing)
                .collect();
            let message = call(&caller, method, &path, &others.join("&")).refused(400);
            let name = missing.split('=').next().expect("a name");
            assert_eq!(
                message,
                format!("Parameter '{name}' is required."),
                "{method} {path}"
            );
        }
        // With all of them.
        let answer = call(&caller, method, &path, &required);
        assert_eq!(answer.status, 200, "{method} {path}: {}", answer.text());
        // With a method that no endpoint of this path has.
        let answer = caller.send("PATCH", &path, None);
        assert!(
            answer
                .header("allow")
                .is_some_and(|allowed| allowed.contains(method))
        );
        answer.refused(405);
    }
}

#[tokio::test]
async fn a_permission_is_needed_where_it_is_documented_and_nowhere_else() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let ids = ids(&admin(&sandbox));
    // Allowed nothing that takes a permission.
    let caller = Caller::new(&sandbox, "night@example.com");
    for (method, path, required, permission) in ENDPOINTS {
        let (path, required) = (fill(path, &ids), fill(required, &ids));
        let answer = call(&caller, method, &path, &required);
        let is_canned = path.starts_with("canned");
        match permission {
            Some(permission) => {
                let message = answer.refused(403);
                assert!(
                    message.contains(&format!("'{permission}'")),
                    "{path}: {message}"
                );
            }
            None if !is_canned => assert_eq!(answer.status, 200, "{method} {path}"),
            // Everything in the table is public; the lists show the agent's own.
            None if method == "GET" && !path.contains('/') => {
                assert!(items(&answer.ok()).is_empty());
            }
            None => {
                let message = answer.refused(403);
                assert!(
                    message.contains("'Manage Public Canned Messages'"),
                    "{path}: {message}"
                );
            }
        }
    }
}

async fn refused_by_edition(edition: Edition) -> Vec<String> {
    let sandbox: Sandbox = at_noon().edition(edition).start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let ids = ids(&caller);
    let mut refused = Vec::new();
    for (method, path, required, _) in ENDPOINTS {
        let (path, required) = (fill(path, &ids), fill(required, &ids));
        let answer = call(&caller, method, &path, &required);
        if answer.status != 200 {
            let message = answer.refused(403);
            assert!(
                message.contains(&format!("the {edition} edition")),
                "{message}"
            );
            refused.push(path);
        }
    }
    refused
}

#[tokio::test]
async fn an_edition_lacks_what_the_documentation_says() {
    let mut expected = ENTERPRISE.map(str::to_owned).to_vec();
    let sorted = |mut paths: Vec<String>| {
        paths.sort();
        paths
    };
    assert_eq!(
        refused_by_edition(Edition::Enterprise).await,
        Vec::<String>::new()
    );
    assert_eq!(
        sorted(refused_by_edition(Edition::Business).await),
        sorted(expected.clone())
    );
    expected.push(BUSINESS.to_owned());
    assert_eq!(
        sorted(refused_by_edition(Edition::Team).await),
        sorted(expected)
    );
}

#[tokio::test]
async fn unknown_paths_and_ids_are_not_found() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let unknown = "00000000-0000-4000-8000-000000000000";
    for path in [
        "nothing",
        "Departments",
        "departments/",
        "departments/99",
        "operators/nobody@example.com",
        "cannedMessages/99",
        "cannedMessageCategories/99",
        "cannedMessageCategories/99/cannedMessages",
        "campaigns/99/prechat",
        "campaigns/21/nothing",
        &format!("chats/{unknown}"),
        &format!("visitors/{unknown}"),
        &format!("offline_messages/{unknown}"),
        "reports/nothing",
    ] {
        caller.get(path).refused(404);
    }
    // Another version has nothing, nor has the root.
    caller.get("/api/v2/livechat/departments").refused(404);
    caller.get("/").refused(404);
}
