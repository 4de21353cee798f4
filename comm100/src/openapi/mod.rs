//! Declared endpoints as an OpenAPI 3.1 document.

mod document;
mod known;
mod names;
mod operation;
mod paths;
mod prose;

use std::collections::BTreeMap;
use std::fmt;

use comm100_core::__private::Description;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde::ser::{Serialize, Serializer};

use crate::{Endpoint, EndpointInfo};
use known::Known;
use operation::path_of;

/// Describes any declared endpoints, those of a trait (`Tickets::endpoints()`), the documented ones
/// ([`v1::endpoints`](crate::v1::endpoints())) or both, as an OpenAPI 3.1 document.
///
/// A declaration contributes names, places, required parameters, doc comments, and the schemas of types
/// that implement schemars' `JsonSchema` (version 1), as all of [`v1`](crate::v1)'s do. Types that do
/// not implement it get a schema that allows anything; [`OpenApi::response`], [`OpenApi::body`] and
/// [`OpenApi::parameter`] set another type in their place.
///
/// ```
/// use comm100::{api, Client, Result};
///
/// #[derive(serde::Deserialize, schemars::JsonSchema)]
/// struct Ticket { id: u64, subject: String }
///
/// #[api(path = "livechat/tickets")]
/// trait Tickets {
///     /// One ticket.
///     #[get("{id}", permission = "View Tickets")]
///     async fn get_ticket(&self, id: u64) -> Result<Ticket>;
/// }
///
/// let document = comm100::openapi(<Client as Tickets>::endpoints()).title("The desk");
/// let document = serde_json::to_value(document).unwrap();
/// let operation = &document["paths"]["/api/v1/livechat/tickets/{id}"]["get"];
/// assert_eq!(operation["summary"], "One ticket");
/// assert_eq!(operation["parameters"][0]["schema"]["type"], "integer");
/// assert_eq!(document["components"]["schemas"]["Ticket"]["type"], "object");
/// ```
#[must_use]
pub fn openapi(endpoints: &[EndpointInfo]) -> OpenApi {
    let mut document = OpenApi {
        endpoints: endpoints.to_vec(),
        title: "Comm100 Live Chat".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        description: None,
        servers: Vec::new(),
        schemas: SchemaSettings::draft2020_12()
            .with(|settings| settings.definitions_path = "/components/schemas".into())
            .into_generator(),
        known: BTreeMap::new(),
    };
    document.describe();
    document
}

/// An OpenAPI 3.1 document; made by [`openapi`](openapi()).
///
/// `Display` writes it as JSON over several lines; it also is `Serialize`. A path begins with the base
/// path of the version that its endpoint declares, `/api/v1/` if it declares none. Of two endpoints
/// with one method and path the first one is described. Two paths are one if only the names in their
/// templates differ; it has those of the first.
#[derive(Clone)]
pub struct OpenApi {
    endpoints: Vec<EndpointInfo>,
    title: String,
    version: String,
    description: Option<String>,
    servers: Vec<String>,
    schemas: SchemaGenerator,
    /// Metadata of endpoints, by path and method.
    known: BTreeMap<(String, String), Known>,
}

impl OpenApi {
    /// Sets the title. Defaults to `Comm100 Live Chat`.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets the version of the document. Defaults to this crate's.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// Sets a description of the document. If unset, there is none.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Adds an origin that serves the endpoints, such as `https://euportal.comm100.com`. Defaults to
    /// those of the hosted and the enterprise platform.
    #[must_use]
    pub fn server(mut self, origin: impl Into<String>) -> Self {
        self.servers.push(origin.into());
        self
    }

    /// Adds the descriptions of the declarations.
    fn describe(&mut self) {
        for endpoint in self.endpoints.clone() {
            let key = key_of(&endpoint);
            if self.known.contains_key(&key) {
                continue;
            }
            let mut description = Description::new(std::mem::take(&mut self.schemas));
            endpoint.describe(&mut description);
            let described = description.into_parts();
            self.schemas = described.generator;
            let known = Known {
                response: described.response,
                body_type: described.body_type,
                described: described.parameters,
                words: described.docs,
                resource: described.resource,
                ..Known::default()
            };
            self.known.insert(key, known);
        }
    }

    /// Sets the type of an endpoint's response in place of the declared one:
    /// `.response::<GetTicketBuilder<'_>>()`.
    #[must_use]
    pub fn response<E>(mut self) -> Self
    where
        E: Endpoint,
        E::Response: JsonSchema,
    {
        let schema = self.schemas.subschema_for::<E::Response>();
        self.known(&E::ENDPOINT).response = Some(schema);
        self
    }

    /// Sets the type of an endpoint's JSON body.
    #[must_use]
    pub fn body<T: JsonSchema>(mut self, endpoint: EndpointInfo) -> Self {
        let schema = self.schemas.subschema_for::<T>();
        self.known(&endpoint).body = Some(schema);
        self
    }

    /// Sets the type of a parameter, by its name on the wire.
    #[must_use]
    pub fn parameter<T: JsonSchema>(mut self, endpoint: EndpointInfo, name: &str) -> Self {
        let schema = self.schemas.subschema_for::<T>();
        let known = self.known(&endpoint);
        known.parameters.insert(name.to_owned(), schema);
        self
    }

    fn known(&mut self, endpoint: &EndpointInfo) -> &mut Known {
        self.known.entry(key_of(endpoint)).or_default()
    }
}

/// Returns the form of the path and the method, which identify an endpoint.
fn key_of(endpoint: &EndpointInfo) -> (String, String) {
    let path = paths::form(&path_of(endpoint));
    (path, endpoint.method().to_string())
}

impl Serialize for OpenApi {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}

impl fmt::Display for OpenApi {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string_pretty(&self.document());
        formatter.write_str(&text.map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for OpenApi {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OpenApi")
            .field("title", &self.title)
            .field("endpoints", &self.endpoints.len())
            .finish_non_exhaustive()
    }
}
