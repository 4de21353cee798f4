//! The API explorer: its page, its files and how to sign in. `.ci/explorer` uses it in a browser.

use comm100::{sandbox::Fault, v1, v2};
use serde_json::{Value, json};

use super::raw::{Caller, admin, at_noon};

const ADMIN: &str = "admin@example.com";

fn document() -> String {
    comm100::openapi(&[v1::endpoints(), v2::endpoints()].concat()).to_string()
}

#[tokio::test]
async fn the_page_and_its_files_are_served() {
    let sandbox = at_noon().openapi(document()).explorer().start().await;
    let sandbox = sandbox.expect("a sandbox");
    let caller = Caller::with_header(&sandbox, None);
    // None of these meets the fault.
    sandbox.fail_next(Fault::Status(503));
    for (path, media_type, part) in [
        ("/", "text/html; charset=utf-8", "<div id=\"swagger-ui\">"),
        (
            "/explorer.css",
            "text/css; charset=utf-8",
            "max-width: 600px",
        ),
        ("/swagger-ui/swagger-ui.css", "text/css", ".swagger-ui"),
        (
            "/swagger-ui/swagger-ui-bundle.js",
            "text/javascript",
            "SwaggerUIBundle",
        ),
        (
            "/explorer.js",
            "text/javascript; charset=utf-8",
            "url: \"openapi.json\"",
        ),
    ] {
        let answer = caller.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), Some(media_type), "{path}");
        assert_eq!(
            answer.header("x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{policy}"
        );
        assert!(!policy.contains("http"), "{policy}");
        let text = String::from_utf8_lossy(&answer.body);
        assert!(text.contains(part), "{path}");
    }
    assert_eq!((sandbox.requests(), sandbox.used_today()), (0, 0));

    // Whatever the page loads is among these files.
    let page = caller.get("/");
    for reference in page
        .text()
        .split("src=\"")
        .chain(page.text().split("href=\""))
        .skip(1)
    {
        let name = reference.split('"').next().unwrap_or_default();
        if name.contains('.') && !name.contains('<') && name != "openapi.json" {
            assert_eq!(caller.get(&format!("/{name}")).status, 200, "{name}");
        }
    }
}

#[tokio::test]
async fn the_document_says_how_to_sign_in() {
    let sandbox = at_noon().openapi(document()).explorer().start().await;
    let sandbox = sandbox.expect("a sandbox");
    let document = Caller::with_header(&sandbox, None)
        .get("/openapi.json")
        .ok();
    let api_key = sandbox.api_key(ADMIN).expect("the admin");
    let words = document["info"]["description"].as_str().expect("words");
    assert!(words.contains(ADMIN) && words.contains(&api_key), "{words}");
    let fields = "/paths/~1oauth~1token/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties";
    let fields = document
        .pointer(fields)
        .expect("the fields of a token request");
    assert_eq!(fields["email"]["default"], ADMIN);
    assert_eq!(
        fields["password"]["default"].as_str(),
        sandbox.password(ADMIN).as_deref()
    );
    // Both versions; tokens are for one of them.
    let security = |path: &str| &document["paths"][path]["get"]["security"];
    assert_eq!(security("/api/v1/livechat/departments"), &Value::Null);
    assert_eq!(
        security("/api/v2/livechat/departments")[1]["token"],
        Value::Array(Vec::new())
    );
    assert_eq!(
        document["components"]["securitySchemes"]["token"]["scheme"],
        "bearer"
    );
}

#[tokio::test]
async fn it_is_served_only_if_wanted_and_with_a_document() {
    let sandbox = at_noon()
        .openapi(document())
        .start()
        .await
        .expect("a sandbox");
    for path in ["/", "/swagger-ui/swagger-ui.css", "/explorer.css"] {
        admin(&sandbox).get(path).refused(404);
    }
    let document = Caller::with_header(&sandbox, None).get("/openapi.json");
    let api_key = sandbox.api_key(ADMIN).expect("the admin");
    assert!(!document.text().contains(&api_key));

    let error = at_noon().explorer().start().await.expect_err("no document");
    assert!(
        error.is_config() && error.to_string().contains("`.openapi(..)`"),
        "{error}"
    );
}

#[tokio::test]
async fn a_schema_may_be_true() {
    let content = json!({
        "multipart/form-data": {
            "schema": { "properties": { "anything": true, "name": { "type": "string" } } },
        },
    });
    let document =
        json!({ "paths": { "/a": { "post": { "requestBody": { "content": content } } } } });
    let sandbox = at_noon().openapi(document.to_string()).explorer().start();
    let sandbox = sandbox.await.expect("a sandbox");
    let document = Caller::with_header(&sandbox, None)
        .get("/openapi.json")
        .ok();
    let properties = "/paths/~1a/post/requestBody/content/multipart~1form-data/schema/properties";
    assert_eq!(
        document.pointer(properties),
        Some(
            &json!({ "anything": { "example": "" }, "name": { "type": "string", "example": "" } })
        )
    );
}
