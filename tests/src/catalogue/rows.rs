//! The rows of a catalogue file, as `catalogue/v1.toml` describes them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The documented endpoints of one version of the API.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The version.
    pub version: u8,
    /// Ids that differ from account to account: their names with their types.
    #[serde(default)]
    pub ids: BTreeMap<String, String>,
    /// Parameters that several endpoints have, by name.
    #[serde(default)]
    parameters: BTreeMap<String, Parameter>,
    /// The endpoints, in the documentation's order.
    #[serde(rename = "endpoint")]
    pub endpoints: Vec<Endpoint>,
}

/// One documented endpoint.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// The HTTP method.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The trait and the method: `AgentsApi::get_agent`.
    pub call: String,
    /// The permission that an agent needs.
    pub permission: Option<String>,
    /// The lowest edition that has the endpoint.
    pub edition: Option<String>,
    /// The model of the response: `Agent`, or `[Agent]` for a list.
    pub response: Option<String>,
    /// True if the request may be repeated. By default, all but POST may.
    pub idempotent: Option<bool>,
    #[serde(default)]
    parameters: Vec<Named>,
}

/// A parameter, or the name of a shared one.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Named {
    Shared(String),
    Own(Box<Parameter>),
}

/// One argument or setter of a method.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    path: Option<Keys>,
    query: Option<Keys>,
    form: Option<Keys>,
    field: Option<Keys>,
    header: Option<Keys>,
    part: Option<Keys>,
    json: Option<Keys>,
    body: Option<Keys>,
    /// The name of the setter, if it is not the key in snake case.
    argument: Option<String>,
    /// An example, as a Rust expression.
    pub value: String,
    /// The example without its optional keys, if it is a required argument that has some.
    pub least: Option<String>,
    sends: Keys,
}

/// One text or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Keys {
    One(String),
    Several(Vec<String>),
}

/// One key of a request, with the text that the example sends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key<'a> {
    /// `path`, `query`, `form`, `field`, `header`, `part`, `json` or `body`.
    pub place: &'static str,
    /// The name on the wire.
    pub name: &'a str,
    /// True if the service requires it.
    pub is_required: bool,
    /// The text on the wire.
    pub text: &'a str,
}

impl Catalogue {
    /// Parses a catalogue file.
    ///
    /// # Errors
    ///
    /// If the file does not have the described form.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut catalogue: Self = basic_toml::from_str(text).map_err(|error| error.to_string())?;
        for endpoint in &mut catalogue.endpoints {
            for parameter in &mut endpoint.parameters {
                if let Named::Shared(name) = parameter {
                    let shared = catalogue.parameters.get(name);
                    let shared = shared.ok_or_else(|| format!("no shared parameter `{name}`"))?;
                    *parameter = Named::Own(Box::new(shared.clone()));
                }
            }
            for parameter in endpoint.parameters() {
                parameter.check(&endpoint.call)?;
            }
        }
        Ok(catalogue)
    }
}

impl Endpoint {
    /// Returns the trait's name.
    #[must_use]
    pub fn trait_name(&self) -> &str {
        self.call.split("::").next().unwrap_or_default()
    }

    /// Returns the method's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.call.rsplit("::").next().unwrap_or_default()
    }

    /// Returns the parameters in declared order.
    pub fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters
            .iter()
            .filter_map(|parameter| match parameter {
                Named::Own(parameter) => Some(parameter.as_ref()),
                Named::Shared(_) => None,
            })
    }

    /// Returns the keys of all parameters.
    pub fn keys(&self) -> impl Iterator<Item = Key<'_>> {
        self.parameters().flat_map(Parameter::keys)
    }

    /// Returns true if the request may be repeated.
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        self.idempotent.unwrap_or(self.method != "POST")
    }
}

impl Parameter {
    /// The place and the keys there. Exactly one is set, as [`Parameter::check`] finds.
    fn place(&self) -> Option<(&'static str, &Keys)> {
        let places = [
            ("path", &self.path),
            ("query", &self.query),
            ("form", &self.form),
            ("field", &self.field),
            ("header", &self.header),
            ("part", &self.part),
            ("json", &self.json),
            ("body", &self.body),
        ];
        let mut found = places
            .into_iter()
            .filter_map(|(place, keys)| Some((place, keys.as_ref()?)));
        found.next().filter(|_| found.next().is_none())
    }

    fn check(&self, call: &str) -> Result<(), String> {
        let (_, keys) = self
            .place()
            .ok_or_else(|| format!("{call}: a parameter must have exactly one place"))?;
        if keys.texts().len() != self.sends.texts().len() {
            return Err(format!("{call}: `sends` must have one text per key"));
        }
        Ok(())
    }

    /// Returns the keys, with the text that the example sends for each.
    pub fn keys(&self) -> impl Iterator<Item = Key<'_>> {
        let (place, keys) = match self.place() {
            Some((place, keys)) => (place, keys.texts()),
            None => ("", &[][..]),
        };
        keys.iter()
            .zip(self.sends.texts())
            .map(move |(name, text)| Key {
                place,
                name: name.trim_end_matches('?'),
                is_required: !name.ends_with('?'),
                text,
            })
    }

    /// Returns true if it is an argument of the method, not a setter.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.keys().any(|key| key.is_required)
    }

    /// Returns the name of the setter.
    #[must_use]
    pub fn setter(&self) -> String {
        if let Some(name) = &self.argument {
            return name.clone();
        }
        let key = self.keys().next().map_or("", |key| key.name);
        let mut name = String::new();
        for letter in key.chars() {
            if letter.is_ascii_uppercase() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }
}

impl Keys {
    fn texts(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Several(texts) => texts,
        }
    }
}
