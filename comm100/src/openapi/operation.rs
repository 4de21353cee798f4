//! One endpoint as an operation of the document.

use std::collections::BTreeMap;

use schemars::Schema;
use serde_json::{Map, Value, json};

use crate::{ApiVersion, EndpointInfo, Place};

/// The name of the schema of errors.
pub(super) const ERROR: &str = "Error";

/// What was told of an endpoint's types.
#[derive(Clone, Default)]
pub(super) struct Known {
    pub(super) response: Option<Schema>,
    pub(super) body: Option<Schema>,
    pub(super) parameters: BTreeMap<String, Schema>,
}

impl Known {
    fn parameter(&self, name: &str) -> Value {
        self.parameters
            .get(name)
            .map_or_else(|| json!({}), |schema| schema.clone().into())
    }
}

/// The path from the root: `/api/v1/livechat/chats/{id}`.
pub(super) fn path_of(endpoint: &EndpointInfo) -> String {
    let version = match endpoint.version() {
        Some(ApiVersion::V2) => 2,
        _ => 1,
    };
    format!("/api/v{version}/{}", endpoint.path())
}

/// The resource: the first segment below `livechat`.
pub(super) fn tag_of(endpoint: &EndpointInfo) -> &'static str {
    let mut segments = endpoint.path().split('/');
    let first = segments.next().unwrap_or_default();
    match segments.next() {
        Some(second) if first == "livechat" && !second.starts_with('{') => second,
        _ => first,
    }
}

pub(super) fn describe(endpoint: &EndpointInfo, tag: &str, known: &Known) -> Value {
    let mut operation = json!({
        "operationId": endpoint.name(),
        "tags": [tag],
        "responses": {
            "200": success(known.response.as_ref()),
            "default": {
                "description": "The service refused.",
                "content": {
                    "application/json": { "schema": { "$ref": format!("#/components/schemas/{ERROR}") } },
                },
            },
        },
    });
    let parameters: Vec<Value> = endpoint
        .parameters()
        .iter()
        .filter_map(|parameter| {
            let place = match parameter.place() {
                Place::Path => "path",
                Place::Query => "query",
                Place::Header => "header",
                _ => return None,
            };
            Some(json!({
                "name": parameter.name(),
                "in": place,
                "required": parameter.is_required(),
                "schema": known.parameter(parameter.name()),
            }))
        })
        .collect();
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    if let Some(body) = body(endpoint, known) {
        operation["requestBody"] = body;
    }
    if let Some(needs) = needs(endpoint) {
        operation["description"] = needs.into();
    }
    for (name, value) in [
        ("x-permission", endpoint.permission()),
        ("x-edition", endpoint.edition()),
    ] {
        if let Some(value) = value {
            operation[name] = value.into();
        }
    }
    operation
}

fn needs(endpoint: &EndpointInfo) -> Option<String> {
    match (endpoint.permission(), endpoint.edition()) {
        (Some(permission), Some(edition)) => Some(format!(
            "Needs the permission \"{permission}\" and the edition {edition}."
        )),
        (Some(permission), None) => Some(format!("Needs the permission \"{permission}\".")),
        (None, Some(edition)) => Some(format!("Needs the edition {edition}.")),
        (None, None) => None,
    }
}

fn success(response: Option<&Schema>) -> Value {
    let kind = response
        .and_then(|schema| schema.get("type"))
        .and_then(Value::as_str);
    let media_type = match kind {
        // `()` ignores the body, `String` takes it as it is.
        Some("null") => return json!({ "description": "Done." }),
        Some("string") => "text/plain",
        _ => "application/json",
    };
    let schema = response.map_or_else(|| json!({}), |schema| schema.clone().into());
    json!({ "description": "Done.", "content": { media_type: { "schema": schema } } })
}

fn body(endpoint: &EndpointInfo, known: &Known) -> Option<Value> {
    let parameters = endpoint.parameters();
    if let Some(json) = parameters.iter().find(|p| p.place() == Place::Json) {
        let schema = known
            .body
            .as_ref()
            .map_or_else(|| json!({}), |schema| schema.clone().into());
        return Some(json!({
            "required": json.is_required(),
            "content": { "application/json": { "schema": schema } },
        }));
    }
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in parameters.iter().filter(|p| p.place() == Place::Form) {
        properties.insert(field.name().to_owned(), known.parameter(field.name()));
        if field.is_required() {
            required.push(field.name());
        }
    }
    if properties.is_empty() {
        return None;
    }
    let is_required = !required.is_empty();
    let mut schema = json!({ "type": "object", "properties": properties });
    if is_required {
        schema["required"] = required.into();
    }
    Some(json!({
        "required": is_required,
        "content": { "application/x-www-form-urlencoded": { "schema": schema } },
    }))
}
