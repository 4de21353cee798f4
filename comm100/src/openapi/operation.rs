//! One endpoint as an operation of the document.

use comm100_core::__private::{BYTES, FORM, JSON, MULTIPART, Style};
use schemars::Schema;
use serde_json::{Map, Value, json};

use super::known::{Known, style, value, with_words};
use super::prose::summary;
use crate::{EndpointInfo, ParameterInfo, Place};

/// The media type of a raw body that is text.
const TEXT: &str = "text/plain";

/// Returns the path from the root: `/api/v1/livechat/chats/{id}`.
pub(super) fn path_of(endpoint: &EndpointInfo) -> String {
    let base = if endpoint.is_root() {
        "/"
    } else {
        endpoint.version().unwrap_or_default().base_path()
    };
    format!("{base}{}", endpoint.path())
}

/// Returns the resource: the first segment below `livechat`.
pub(super) fn tag_of(endpoint: &EndpointInfo) -> &'static str {
    let mut segments = endpoint.path().split('/');
    let first = segments.next().unwrap_or_default();
    match segments.next() {
        Some(second) if first == "livechat" && !second.starts_with('{') => second,
        _ => first,
    }
}

/// Returns true if a token is an alternative to the API key: version 1 has none.
pub(super) fn takes_tokens(endpoint: &EndpointInfo) -> bool {
    endpoint.version().unwrap_or_default().number() >= 2
}

pub(super) fn describe(endpoint: &EndpointInfo, tag: &str, known: &Known) -> Value {
    let mut operation = json!({
        "operationId": endpoint.name(),
        "tags": [tag],
        "responses": {
            "200": success(known.response.as_ref()),
            "default": { "$ref": "#/components/responses/Refused" },
        },
    });
    if takes_tokens(endpoint) {
        operation["security"] = json!([{ "basic": [] }, { "token": [] }]);
    }
    let parameters: Vec<Value> = endpoint
        .parameters()
        .iter()
        .filter_map(|parameter| described(parameter, known))
        .collect();
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    if let Some(body) = body(endpoint, known) {
        operation["requestBody"] = body;
    }
    let (line, rest) = summary(known.words);
    if !line.is_empty() {
        operation["summary"] = line.into();
    }
    let words: Vec<String> = [Some(rest), needs(endpoint)]
        .into_iter()
        .flatten()
        .filter(|words| !words.is_empty())
        .collect();
    if !words.is_empty() {
        operation["description"] = words.join("\n\n").into();
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

/// Describes a parameter that is not in the body.
fn described(parameter: &ParameterInfo, known: &Known) -> Option<Value> {
    let place = match parameter.place() {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        _ => return None,
    };
    let mut key = known.key(parameter);
    let style = style(&mut key);
    let mut described = json!({
        "name": parameter.name(),
        "in": place,
        "required": parameter.is_required(),
        "schema": key.schema,
    });
    if !key.words.is_empty() {
        described["description"] = key.words.into();
    }
    for (name, value) in style.iter().filter_map(Value::as_object).flatten() {
        described[name] = value.clone();
    }
    Some(described)
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
    let key = |name| response?.get(name)?.as_str();
    let media_type = match (key("type"), key("format")) {
        // `()` ignores the body, the others take it as it is.
        (Some("null"), _) => return json!({ "description": "Done." }),
        (_, Some("binary")) => BYTES,
        (Some("string"), None) => TEXT,
        _ => JSON,
    };
    json!({ "description": "Done.", "content": { media_type: { "schema": value(response) } } })
}

fn body(endpoint: &EndpointInfo, known: &Known) -> Option<Value> {
    let parameters = endpoint.parameters();
    if let Some(json) = parameters.iter().find(|p| p.place() == Place::Json) {
        let key = known.key(json);
        let schema = known
            .body
            .as_ref()
            .map_or(key.schema, |schema| schema.clone().into());
        let mut body = json!({
            "required": json.is_required(),
            "content": { JSON: { "schema": schema } },
        });
        if !key.words.is_empty() {
            body["description"] = key.words.into();
        }
        return Some(body);
    }
    if let Some(raw) = parameters.iter().find(|p| p.place() == Place::Body) {
        let schema = known.key(raw).schema;
        let is_text = schema["type"] == "string" && schema["format"].is_null();
        let usual = if is_text { TEXT } else { BYTES };
        let media_type = known.body_type.unwrap_or(usual);
        return Some(json!({
            "required": raw.is_required(),
            "content": { media_type: { "schema": {} } },
        }));
    }
    [Place::Form, Place::Field, Place::Part]
        .into_iter()
        .find_map(|place| members(parameters, place, known))
}

/// Returns the body of a form, a multipart form, or a JSON object whose members are parameters.
fn members(parameters: &[ParameterInfo], place: Place, known: &Known) -> Option<Value> {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    let mut encoding = Map::new();
    let mut open: Option<Option<Value>> = None;
    let mut members = parameters.iter().filter(|p| p.place() == place).peekable();
    members.peek()?;
    for member in members {
        let mut key = known.key(member);
        if key.style == Style::Flattened {
            match key.schema.get("properties").and_then(Value::as_object) {
                Some(flattened) => properties.extend(flattened.clone()),
                // A map, or a type without a schema: any keys.
                None => open = Some(key.schema.get("additionalProperties").cloned()),
            }
            if let (true, Some(names)) = (member.is_required(), key.schema.get("required")) {
                required.extend(names.as_array().into_iter().flatten().cloned());
            }
            continue;
        }
        if let Some(style) = style(&mut key) {
            encoding.insert(member.name().to_owned(), style);
        }
        properties.insert(member.name().to_owned(), with_words(key));
        if member.is_required() {
            required.push(member.name().into());
        }
    }
    let is_object = place != Place::Form;
    if properties.is_empty() && open.is_none() && !is_object {
        return None;
    }
    let is_required = is_object || !required.is_empty();
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    if let Some(values) = open {
        schema["additionalProperties"] = values.unwrap_or_else(|| json!({}));
    }
    let mut content = json!({ "schema": schema });
    if !encoding.is_empty() {
        content["encoding"] = encoding.into();
    }
    let media_type = match place {
        Place::Field => JSON,
        Place::Part => MULTIPART,
        _ => FORM,
    };
    Some(json!({ "required": is_required, "content": { media_type: content } }))
}
