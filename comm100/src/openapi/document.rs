//! The document as JSON.

use std::collections::BTreeSet;

use comm100_core::__private::JSON;
use serde_json::{Map, Value, json};

use super::known::Known;
use super::names;
use super::operation::{self, path_of};
use super::paths::{self, Paths};
use super::{OpenApi, key_of, prose};
use crate::Platform;

impl OpenApi {
    pub(super) fn document(&self) -> Value {
        let mut document = json!({
            "openapi": "3.1.0",
            "info": { "title": self.title, "version": self.version },
            "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
            "servers": self.servers(),
            "security": [{ "basic": [] }],
            "tags": [],
            "paths": {},
            "components": self.components(),
        });
        if let Some(description) = &self.description {
            document["info"]["description"] = description.as_str().into();
        }
        let mut tags: Vec<(&str, &str)> = Vec::new();
        let mut names = BTreeSet::new();
        let mut items = Map::new();
        let mut templates = Paths::default();
        for endpoint in &self.endpoints {
            let own = path_of(endpoint);
            let path = templates.same_or(&own);
            let Value::Object(item) = items.entry(path.clone()).or_insert_with(|| json!({})) else {
                continue;
            };
            let method = endpoint.method().as_str().to_ascii_lowercase();
            if item.contains_key(&method) {
                continue;
            }
            let none = Known::default();
            let known = self.known.get(&key_of(endpoint)).unwrap_or(&none);
            let tag = operation::tag_of(endpoint);
            if tags.iter().all(|(name, _)| *name != tag) {
                tags.push((tag, known.resource));
            }
            let mut described = operation::describe(endpoint, tag, known);
            paths::rename(&mut described, &own, &path);
            described["operationId"] = unused(endpoint.name(), &mut names).into();
            item.insert(method, described);
        }
        document["tags"] = tags
            .iter()
            .map(|(name, words)| match prose::plain(words) {
                words if words.is_empty() => json!({ "name": name }),
                words => json!({ "name": name, "description": words }),
            })
            .collect();
        document["paths"] = Value::Object(items);
        names::allow(&mut document);
        document
    }

    fn servers(&self) -> Vec<Value> {
        let server = |url: &str| json!({ "url": url });
        if self.servers.is_empty() {
            let platforms = [Platform::Hosted, Platform::Enterprise];
            return platforms
                .map(|platform| server(&platform.to_string()))
                .into();
        }
        self.servers.iter().map(|url| server(url)).collect()
    }

    fn components(&self) -> Value {
        let mut schemas = self.schemas.definitions().clone();
        schemas.values_mut().for_each(prose::make_plain);
        // A type of the user's may have the name.
        let mut error = String::from("Error");
        while schemas.contains_key(&error) {
            error.insert_str(0, "Service");
        }
        let reference = format!("#/components/schemas/{error}");
        schemas.insert(
            error,
            json!({
                "type": "object",
                "description": "The reason of the failure.",
                "properties": {
                    "code": { "type": "integer", "format": "int64" },
                    "message": { "type": "string", "description": "A sentence for people." },
                },
            }),
        );
        let mut security = json!({
            "basic": {
                "type": "http",
                "scheme": "basic",
                "description": "The agent's email and API key.",
            },
        });
        if self.endpoints.iter().any(operation::takes_tokens) {
            security["token"] = json!({
                "type": "http",
                "scheme": "bearer",
                "description": "An OAuth token, for version 2 and later.",
            });
        }
        json!({
            "securitySchemes": security,
            "responses": {
                "Refused": {
                    "description": "The call failed: a code and a message.",
                    "content": { JSON: { "schema": { "$ref": reference } } },
                },
            },
            "schemas": schemas,
        })
    }
}

/// Returns a name that no operation has yet: its own, or with a number behind.
fn unused(name: &str, names: &mut BTreeSet<String>) -> String {
    let mut unused = name.to_owned();
    let mut number = 1;
    while !names.insert(unused.clone()) {
        number += 1;
        unused = format!("{name}_{number}");
    }
    unused
}
