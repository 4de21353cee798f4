//! The schemas of the types, with the feature `openapi`: what is written, what must be there to be
//! read, and null where it is read as nothing.

/// Implements `JsonSchema` for a type of the API: its words, and its schema without them.
macro_rules! described {
    ($type:ident, $words:expr, $schema:expr) => {
        #[cfg(feature = "openapi")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($type)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema = $schema;
                crate::model::schema::with_words(schema(generator), $words)
            }
        }
    };
}
pub(crate) use described;

#[cfg(all(feature = "openapi", any(feature = "v1", feature = "v2")))]
pub(crate) use parts::object;
#[cfg(feature = "openapi")]
pub(crate) use parts::{Object, known, list, nullable, with_words};

#[cfg(feature = "openapi")]
mod parts {
    use schemars::{Schema, json_schema};
    use serde_json::{Map, Value, json};

    /// Adds the doc comment of a type or a field.
    pub(crate) fn with_words(mut schema: Schema, words: &str) -> Schema {
        let words = words.trim();
        if !words.is_empty() {
            schema.insert("description".into(), words.into());
        }
        schema
    }

    /// Returns the schema of a list of values.
    pub(crate) fn list(element: &Schema) -> Schema {
        json_schema!({ "type": "array", "items": element })
    }

    /// Returns the schema of the value, or null.
    pub(crate) fn nullable(mut schema: Schema) -> Schema {
        match schema.get_mut("type") {
            Some(name @ Value::String(_)) => {
                let name = name.take();
                schema.insert("type".into(), json!([name, "null"]));
                schema
            }
            Some(Value::Array(names)) => {
                if !names.contains(&"null".into()) {
                    names.push("null".into());
                }
                schema
            }
            _ => json_schema!({ "anyOf": [schema, { "type": "null" }] }),
        }
    }

    /// An object by its fields.
    #[derive(Default)]
    pub(crate) struct Object {
        properties: Map<String, Value>,
        required: Vec<&'static str>,
    }

    impl Object {
        /// Adds a field by its names: the first is written, all are read. Its key is required only if
        /// it has no other name.
        pub(crate) fn field(
            &mut self,
            names: &[&'static str],
            schema: &Schema,
            required: bool,
            words: &str,
        ) {
            for name in names {
                self.property(name, schema.clone(), words);
            }
            if let ([name], true) = (names, required) {
                self.required.push(name);
            }
        }

        /// Adds a field that is not required.
        pub(crate) fn property(&mut self, name: &str, schema: Schema, words: &str) {
            let schema = with_words(schema, words);
            self.properties.insert(name.to_owned(), schema.into());
        }

        pub(crate) fn schema(self) -> Schema {
            let mut schema = json_schema!({ "type": "object", "properties": self.properties });
            if !self.required.is_empty() {
                schema.insert("required".into(), self.required.into());
            }
            schema
        }
    }

    /// Returns the schema of an object with these fields; those whose names end with `?` are optional.
    #[cfg(any(feature = "v1", feature = "v2"))]
    pub(crate) fn object<const N: usize>(fields: [(&str, Schema, &str); N]) -> Schema {
        let mut object = Object::default();
        let mut required = Vec::new();
        for (name, schema, words) in fields {
            let plain = name.strip_suffix('?').unwrap_or(name);
            object.property(plain, schema, words);
            if plain == name {
                required.push(plain.to_owned());
            }
        }
        let mut schema = object.schema();
        schema.insert("required".into(), required.into());
        schema
    }

    /// Returns the known values of an enum, each with its name and words.
    pub(crate) fn known<V: Into<Value> + Copy>(values: &[(V, &str, &str)]) -> Vec<Value> {
        values
            .iter()
            .map(|(value, name, words)| {
                let value: Value = (*value).into();
                json!({ "const": value, "title": name, "description": words.trim() })
            })
            .collect()
    }
}
