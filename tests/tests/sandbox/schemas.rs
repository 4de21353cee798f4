//! The sandbox's responses conform to the OpenAPI document.

use std::collections::BTreeSet;

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::{Value, json};

use crate::documented::{Documented, call, endpoints};
use crate::raw::{Caller, admin, at_noon};

/// The document of the declared endpoints.
pub(crate) fn described() -> String {
    let endpoints = [comm100::v1::endpoints(), comm100::v2::endpoints()].concat();
    comm100::openapi(&endpoints).to_string()
}

/// The served document. Its objects have no other fields than it names, so that a wrong name is
/// not one that may be anything.
pub(crate) fn document(caller: &Caller) -> Value {
    let mut document = caller.send("GET", "/openapi.json", None).ok();
    let schemas = document["components"]["schemas"].as_object_mut();
    schemas.expect("schemas").values_mut().for_each(close);
    document
}

fn close(schema: &mut Value) {
    if schema.get("properties").is_some() {
        schema["additionalProperties"] = false.into();
    }
}

/// The operation of a path below `livechat/`: each segment is the template's, or fills a placeholder.
fn operation<'a>(document: &'a Value, method: &str, path: &str) -> &'a Value {
    let fits = |template: &str| {
        let template = template.trim_start_matches("/api/v1/livechat/").split('/');
        let literal = |segment: &str| !segment.starts_with('{');
        template.clone().count() == path.split('/').count()
            && template
                .zip(path.split('/'))
                .all(|(said, given)| said == given || !literal(said) && !given.is_empty())
    };
    let paths = document["paths"].as_object().expect("paths");
    // `visitors/chatting` is not a visitor's id.
    let exact = paths
        .keys()
        .find(|template| template.ends_with(&format!("/livechat/{path}")));
    let template = exact.or_else(|| paths.keys().find(|template| fits(template)));
    let template = template.unwrap_or_else(|| panic!("no {path}"));
    let operation = &paths[template][method.to_ascii_lowercase()];
    assert!(operation.is_object(), "no {method} {path}");
    operation
}

/// A schema of the document.
pub(crate) struct Validator {
    schemas: Schemas,
    schema: SchemaIndex,
}

impl Validator {
    fn is_valid(&self, answer: &Value) -> bool {
        self.schemas.validate(answer, self.schema).is_ok()
    }
}

pub(crate) fn validator(document: &Value, schema: &Value) -> Validator {
    const LOCATION: &str = "http://localhost/schema.json";
    let whole = json!({ "allOf": [schema], "components": document["components"] });
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.set_default_draft(Draft::V2020_12);
    compiler.add_resource(LOCATION, whole).expect("a location");
    let schema = compiler.compile(LOCATION, &mut schemas).expect("a schema");
    Validator { schemas, schema }
}

#[track_caller]
pub(crate) fn satisfies(validator: &Validator, answer: &Value, what: &str) {
    if let Err(error) = validator.schemas.validate(answer, validator.schema) {
        panic!("{what}: {error:#} in {answer:#}");
    }
}

/// The names of what must be given beside the path.
fn required(operation: &Value) -> BTreeSet<&str> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let query = parameters
        .filter(|parameter| parameter["in"] == "query" && parameter["required"] == true)
        .map(|parameter| &parameter["name"]);
    let form = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"];
    let form = form["schema"]["required"].as_array().into_iter().flatten();
    query.chain(form).filter_map(Value::as_str).collect()
}

/// The words that a report can be grouped by.
fn groups<'a>(document: &'a Value, operation: &Value) -> Vec<&'a str> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let mut group = parameters.filter(|parameter| parameter["name"] == "group");
    let Some(reference) = group
        .next()
        .and_then(|group| group["schema"]["$ref"].as_str())
    else {
        return Vec::new();
    };
    let schema = document.pointer(&reference[1..]).expect("a group's schema");
    let words = schema["oneOf"].as_array().expect("words");
    words
        .iter()
        .filter_map(|word| word["const"].as_str())
        .collect()
}

#[tokio::test]
async fn every_answer_is_what_the_document_says() {
    let sandbox = at_noon()
        .openapi(described())
        .start()
        .await
        .expect("a sandbox");
    let caller = admin(&sandbox);
    let document = document(&caller);
    let days = "date_from=2024-05-01&date_to=2024-05-14";
    let mut grouped = 0;
    for endpoint in endpoints(&caller) {
        let Documented {
            method,
            path,
            required: given,
            ..
        } = endpoint;
        let what = format!("{method} {path}");
        let operation = operation(&document, method, &path);
        let documented: BTreeSet<&str> = given
            .split('&')
            .filter_map(|pair| Some(pair.split_once('=')?.0))
            .collect();
        assert_eq!(required(operation), documented, "{what}");
        let given = match path.as_str() {
            "chats" | "offline_messages" => days.to_owned(),
            _ => grouped_by(&given, "day"),
        };
        let answer = call(&caller, method, &path, &given);
        let content = &operation["responses"]["200"]["content"];
        if content.is_null() {
            assert_eq!(answer.status, 200, "{what}");
            continue;
        }
        let validator = validator(&document, &content["application/json"]["schema"]);
        let answer = answer.ok();
        satisfies(&validator, &answer, &what);
        if !path.starts_with("visitors/chatting") {
            assert!(!is_empty(&answer), "{what} answers nothing to look at");
        }
        for group in groups(&document, operation) {
            let mut rows = call(&caller, method, &path, &grouped_by(&given, group)).ok();
            if group == "conversionAction" {
                // The one key of rows that is not documented.
                for row in rows.as_array_mut().expect("rows") {
                    let key = row
                        .as_object_mut()
                        .expect("a row")
                        .remove("conversionActionId");
                    assert!(key.is_some(), "{row}");
                }
            }
            satisfies(&validator, &rows, &format!("{what} by {group}"));
            grouped += 1;
        }
    }
    assert_eq!(grouped, 111);
}

/// Returns the query with another group, if it has one.
fn grouped_by(query: &str, group: &str) -> String {
    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
        Some(("group", _)) => format!("group={group}"),
        _ => pair.to_owned(),
    });
    pairs.collect::<Vec<_>>().join("&")
}

pub(crate) fn is_empty(answer: &Value) -> bool {
    match answer {
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => true,
    }
}

#[tokio::test]
async fn a_refusal_is_what_the_document_says() {
    let sandbox = at_noon()
        .openapi(described())
        .start()
        .await
        .expect("a sandbox");
    let caller = admin(&sandbox);
    let document = document(&caller);
    let content = &document["components"]["responses"]["Refused"]["content"];
    let validator = validator(&document, &content["application/json"]["schema"]);
    for path in ["chats/none", "chats?rating=x", "nothing"] {
        let answer = caller.send("GET", path, None);
        assert!(answer.status >= 400, "{path}");
        satisfies(&validator, &answer.json(), path);
    }
}

#[tokio::test]
async fn a_wrong_answer_does_not_satisfy_the_document() {
    let sandbox = at_noon()
        .openapi(described())
        .start()
        .await
        .expect("a sandbox");
    let caller = admin(&sandbox);
    let document = document(&caller);
    let operation = operation(&document, "GET", "departments/11");
    let content = &operation["responses"]["200"]["content"];
    let validator = validator(&document, &content["application/json"]["schema"]);
    let right = caller.get("departments/11").ok();
    satisfies(&validator, &right, "the department");
    for (field, wrong) in [
        ("id", json!("eleven")),
        ("members", json!(["lead@example.com"])),
        ("status", json!("online")),
        ("titel", json!("a field of another name")),
        ("id", Value::Null),
    ] {
        let mut answer = right.clone();
        answer[field] = wrong;
        assert!(!validator.is_valid(&answer), "{answer}");
    }
}
