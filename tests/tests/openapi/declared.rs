//! The documents of the declared APIs.

use comm100::{openapi, v1, v2};
use serde_json::{Value, json};

use crate::{document, value};

/// The references that lead nowhere.
pub(crate) fn dangling(document: &Value) -> Vec<String> {
    fn walk(value: &Value, document: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, document, found)),
            Value::Object(members) => {
                let target = members.get("$ref").and_then(Value::as_str);
                if let Some(target) = target
                    && target
                        .strip_prefix('#')
                        .and_then(|path| document.pointer(path))
                        .is_none()
                {
                    found.push(target.to_owned());
                }
                members
                    .values()
                    .for_each(|member| walk(member, document, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, document, &mut found);
    found
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_used() {
    let declared = serde_json::to_value(openapi(v1::endpoints())).unwrap();
    for document in [value(), declared] {
        assert_eq!(dangling(&document), [""; 0]);
        let text = document.to_string();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        for name in schemas.keys() {
            let reference = format!("\"#/components/schemas/{name}\"");
            assert!(text.contains(&reference), "nothing is a {name}");
        }
        // The check finds what is missing.
        let mut broken = document.clone();
        let (name, _) = schemas.iter().next().unwrap();
        broken["components"]["schemas"]
            .as_object_mut()
            .unwrap()
            .remove(name);
        assert!(!dangling(&broken).is_empty());
    }
}

#[test]
fn the_declared_api_is_described_completely() {
    let document = serde_json::to_value(openapi(v1::endpoints())).unwrap();
    let mut names = std::collections::BTreeSet::new();
    let paths = document["paths"].as_object().unwrap();
    for (path, operation) in paths.iter().flat_map(|(path, item)| {
        item.as_object()
            .unwrap()
            .values()
            .map(move |one| (path, one))
    }) {
        let name = operation["operationId"].as_str().unwrap();
        assert!(names.insert(name), "{name} twice");
        assert!(operation["summary"].is_string(), "{name}");
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        for parameter in parameters {
            assert_ne!(parameter["schema"], json!({}), "{path} {parameter}");
        }
        let content = operation["requestBody"]["content"].as_object();
        for body in content.into_iter().flat_map(serde_json::Map::values) {
            let properties = body["schema"]["properties"].as_object();
            for field in properties.into_iter().flat_map(serde_json::Map::values) {
                assert!(
                    field.get("type").or(field.get("$ref")).is_some(),
                    "{path} {field}"
                );
            }
            assert_ne!(body["schema"], json!({}), "{path}");
        }
        let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        let removes = name.starts_with("remove_");
        assert!(
            removes || answer.get("$ref").or(answer.get("items")).is_some(),
            "{name}"
        );
    }
    assert_eq!(names.len(), v1::endpoints().len());
    let at = |pointer: &str| document.pointer(pointer).cloned().unwrap_or_default();
    let password = |path: &str, verb: &str| {
        let form = &document["paths"][path][verb]["requestBody"]["content"];
        let schema = &form["application/x-www-form-urlencoded"]["schema"];
        schema["properties"]["password"].clone()
    };
    for password in [
        password("/api/v1/livechat/operators", "post"),
        password("/api/v1/livechat/operators/{email}", "put"),
    ] {
        assert_eq!(password["format"], "password");
        assert_eq!(password["writeOnly"], true);
    }
    let key = "/components/schemas/Agent/properties/api_key/$ref";
    assert_eq!(at(key), "#/components/schemas/Secret");
    assert_eq!(at("/components/schemas/Secret/format"), "password");
    assert_eq!(at("/components/schemas/AgentStatus/anyOf/1/const"), 1);
}

/// Also writes the documents for `.ci/openapi`, which validates them.
#[test]
fn each_document_has_all_operations() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("openapi");
    std::fs::create_dir_all(&folder).unwrap();
    let versions = [v1::endpoints(), v2::endpoints()].concat();
    for (name, document, operations) in [
        ("own", document(), 10),
        ("v1", openapi(v1::endpoints()), v1::endpoints().len()),
        ("v1-and-v2", openapi(&versions), versions.len()),
    ] {
        std::fs::write(folder.join(format!("{name}.json")), document.to_string()).unwrap();
        let document = serde_json::to_value(document).unwrap();
        assert_eq!(count(&document), operations, "{name}");
        assert_eq!(document["openapi"], "3.1.0", "{name}");
    }
}

fn count(document: &Value) -> usize {
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.values().map(|item| item.as_object().unwrap().len());
    operations.sum()
}

#[tokio::test]
async fn the_sandbox_serves_the_document_of_its_api() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let sandbox = comm100::sandbox::Sandbox::builder()
        .openapi(openapi(v1::endpoints()).to_string())
        .start()
        .await
        .unwrap();
    let host = sandbox.origin().strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let request =
        format!("GET /openapi.json HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    let document: Value = serde_json::from_str(body).unwrap();
    assert_eq!(count(&document), v1::endpoints().len());
    assert_eq!(document["servers"][0]["url"], sandbox.origin());
}
