//! The documented endpoints are served, each with its parameters, permission and edition.

use comm100::sandbox::{Edition, Sandbox};

use crate::documented::{Documented, call, endpoints};
use crate::raw::{Caller, admin, at_noon, items};

#[tokio::test]
async fn every_endpoint_answers_what_is_required_and_nothing_else() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    for endpoint in endpoints(&caller) {
        let Documented {
            method,
            path,
            required,
            ..
        } = endpoint;
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
    // An agent without permissions.
    let caller = Caller::new(&sandbox, "night@example.com");
    for endpoint in endpoints(&admin(&sandbox)) {
        let (method, path) = (endpoint.method, endpoint.path);
        let answer = call(&caller, method, &path, &endpoint.required);
        let is_canned = path.starts_with("canned");
        match endpoint.permission {
            None => assert_eq!(answer.status, 200, "{method} {path}"),
            // The catalogue's canned messages are public; the lists contain the agent's private ones.
            Some(_) if is_canned && method == "GET" && !path.contains('/') => {
                assert!(items(&answer.ok()).is_empty());
            }
            Some(permission) => {
                let message = answer.refused(403);
                assert!(
                    message.contains(&format!("'{permission}'")),
                    "{path}: {message}"
                );
            }
        }
    }
}

#[tokio::test]
async fn an_edition_lacks_what_the_documentation_says() {
    for (edition, lacks) in [
        (Edition::Enterprise, &[][..]),
        (Edition::Business, &["Enterprise"]),
        (Edition::Team, &["Enterprise", "Business"]),
    ] {
        let sandbox: Sandbox = at_noon().edition(edition).start().await.expect("a sandbox");
        let caller = admin(&sandbox);
        for endpoint in endpoints(&caller) {
            let (method, path) = (endpoint.method, &endpoint.path);
            let answer = call(&caller, method, path, &endpoint.required);
            if endpoint
                .edition
                .is_some_and(|edition| lacks.contains(&edition))
            {
                let message = answer.refused(403);
                assert!(
                    message.contains(&format!("the {edition} edition")),
                    "{path}: {message}"
                );
            } else {
                assert_eq!(answer.status, 200, "{edition}: {method} {path}");
            }
        }
    }
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
    caller.get("/api/v3/livechat/departments").refused(404);
    caller.get("/").refused(404);
}
