//! Prepares an OpenAPI document for the explorer: how to sign in, and what its forms contain at first.

use serde_json::{Map, Value, json};

use crate::server::document::Document;

/// The credentials of the admin.
pub(crate) struct SignIn<'a> {
    pub(crate) email: &'a str,
    pub(crate) api_key: &'a str,
    pub(crate) password: &'a str,
}

/// Adds to a document what the explorer needs.
pub(crate) fn prepare(document: &mut Document, sign_in: &SignIn<'_>) {
    let members = document.members();
    // Swagger UI warns of any dialect but the default one, which has all that is in use here.
    members.remove("jsonSchemaDialect");
    let mut paths = object(members.get("paths"));
    for operation in paths.values_mut().filter_map(Value::as_object_mut) {
        let bodies = operation
            .values_mut()
            .filter_map(|method| method.pointer_mut("/requestBody/content"))
            .filter_map(Value::as_object_mut);
        for (media_type, body) in bodies.flatten() {
            sample(media_type, body);
        }
    }
    paths.insert("/oauth/token".to_owned(), token_request(sign_in));
    members.insert("paths".to_owned(), Value::Object(paths));

    let mut info = object(members.get("info"));
    let mut text = format!(
        "Press **Authorize** to sign in: as the admin, with the email `{}` and the API key `{}`. Version 2 also takes a \
         token, which the request below, *token*, returns.",
        sign_in.email, sign_in.api_key,
    );
    if let Some(Value::String(words)) = info.get("description") {
        text.push_str("\n\n");
        text.push_str(words);
    }
    info.insert("description".to_owned(), Value::from(text));
    members.insert("info".to_owned(), Value::Object(info));

    let mut tags = vec![json!({ "name": "token", "description": "Signing in to version 2" })];
    if let Some(Value::Array(known)) = members.get("tags") {
        tags.extend(known.iter().cloned());
    }
    members.insert("tags".to_owned(), Value::Array(tags));
}

fn object(value: Option<&Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(members)) => members.clone(),
        _ => Map::new(),
    }
}

/// Leaves optional members out of a body until someone sets them. Otherwise Swagger UI sends made-up values for all.
fn sample(media_type: &str, body: &mut Value) {
    let Some(schema) = body.get("schema").and_then(Value::as_object).cloned() else {
        return;
    };
    let required = schema.get("required").and_then(Value::as_array);
    let is_required =
        |name: &str| required.is_some_and(|names| names.iter().any(|one| one == name));
    if media_type == "application/json" {
        let Some(Value::Object(properties)) = schema.get("properties") else {
            return;
        };
        let members = properties.iter().filter(|(name, _)| is_required(name));
        let members = members.map(|(name, schema)| (name.clone(), empty(schema)));
        body["example"] = Value::Object(members.collect());
        return;
    }
    let properties = body.pointer_mut("/schema/properties");
    let properties = properties.and_then(Value::as_object_mut);
    for (name, schema) in properties.into_iter().flatten() {
        // `true` is a schema too: anything.
        if *schema == true {
            *schema = json!({});
        }
        let example = match empty(schema) {
            Value::Array(list) => Value::Array(list),
            _ => Value::from(""),
        };
        if let (Value::Object(schema), false) = (schema, is_required(name)) {
            schema.insert("example".to_owned(), example);
        }
    }
}

/// Returns a value of a schema's type.
fn empty(schema: &Value) -> Value {
    match schema.get("type").and_then(Value::as_str) {
        Some("array") => json!([]),
        Some("object") => json!({}),
        Some("integer" | "number") => json!(0),
        Some("boolean") => json!(false),
        _ => json!(""),
    }
}

/// Returns the request for a token, which is not an endpoint of the API.
fn token_request(sign_in: &SignIn<'_>) -> Value {
    let field = |value: &str| json!({ "type": "string", "default": value });
    let fields = json!({
        "type": "object",
        "required": ["grant_type", "email", "password"],
        "properties": {
            "grant_type": field("password"),
            "email": field(sign_in.email),
            "password": field(sign_in.password),
        },
    });
    json!({
        "post": {
            "operationId": "sandbox_token",
            "tags": ["token"],
            "summary": "Returns a token for version 2",
            "security": [],
            "requestBody": {
                "required": true,
                "content": { "application/x-www-form-urlencoded": { "schema": fields } },
            },
            "responses": { "200": { "description": "The token." } },
        },
    })
}
