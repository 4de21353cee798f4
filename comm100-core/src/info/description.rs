//! Schemas and doc comments of declared endpoints, for OpenAPI.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::parameter::Place;

/// The types and docs of one endpoint, as generated code reports them.
pub struct Description {
    generator: SchemaGenerator,
    docs: &'static str,
    resource: &'static str,
    response: Option<Schema>,
    body_type: Option<&'static str>,
    parameters: Vec<Described>,
}

/// One parameter, or all those that a flattened one spreads over.
#[derive(Clone)]
pub struct Described {
    /// The place in the request.
    pub place: Place,
    /// Its name on the wire; that of the Rust parameter if it is flattened.
    pub name: &'static str,
    /// The user's docs.
    pub docs: &'static str,
    /// The style of the keys.
    pub style: Style,
    /// The schema of its type, if it has one.
    pub schema: Option<Schema>,
}

/// The style in which a value becomes keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// One key, repeated for each item of a list.
    Plain,
    /// One key, the items with this between them.
    Joined(&'static str),
    /// The keys are those of the value.
    Flattened,
}

impl Description {
    /// Creates an empty description; the schemas of named types go to the generator.
    #[must_use]
    pub fn new(generator: SchemaGenerator) -> Self {
        Self {
            generator,
            docs: "",
            resource: "",
            response: None,
            body_type: None,
            parameters: Vec::new(),
        }
    }

    /// Sets the docs of the endpoint and of its trait.
    pub fn docs(&mut self, endpoint: &'static str, resource: &'static str) {
        self.docs = endpoint;
        self.resource = resource;
    }

    /// Sets the schema of a successful response.
    pub fn response(&mut self, source: &impl SchemaSource) {
        self.response = source.schema(&mut self.generator);
    }

    /// Sets the declared content type of a raw body.
    pub fn body_type(&mut self, content_type: &'static str) {
        self.body_type = Some(content_type);
    }

    /// Adds a parameter.
    pub fn parameter(
        &mut self,
        place: Place,
        name: &'static str,
        docs: &'static str,
        style: Style,
        source: &impl SchemaSource,
    ) {
        let schema = match style {
            Style::Flattened => source.inline(&mut self.generator),
            _ => source.schema(&mut self.generator),
        };
        self.parameters.push(Described {
            place,
            name,
            docs,
            style,
            schema,
        });
    }

    /// Returns all that was set, and the generator.
    #[must_use]
    pub fn into_parts(self) -> Parts {
        Parts {
            generator: self.generator,
            docs: self.docs,
            resource: self.resource,
            response: self.response,
            body_type: self.body_type,
            parameters: self.parameters,
        }
    }
}

/// The parts of a [`Description`].
pub struct Parts {
    /// With the schemas of named types.
    pub generator: SchemaGenerator,
    /// The docs above the endpoint.
    pub docs: &'static str,
    /// The docs above its trait.
    pub resource: &'static str,
    /// The schema of the response, if its type has one.
    pub response: Option<Schema>,
    /// The declared content type of a raw body.
    pub body_type: Option<&'static str>,
    /// The parameters, in the declared order.
    pub parameters: Vec<Described>,
}

/// The function that returns an [`EndpointInfo`](crate::EndpointInfo)'s description. Comparisons
/// ignore it.
#[derive(Clone, Copy)]
pub(crate) struct Describe(pub(crate) fn(&mut Description));

impl fmt::Debug for Describe {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("..")
    }
}

impl PartialEq for Describe {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Describe {}

impl Hash for Describe {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// Stands for a type that may implement schemars' `JsonSchema`. Generated code says
/// `SchemaTag::<T>::new().source()`, and rustc finds the inherent method where it does, else that of
/// [`NoSchemaTag`].
pub struct SchemaTag<T: ?Sized>(PhantomData<fn(&T)>);

impl<T: ?Sized> SchemaTag<T> {
    /// Creates the stand-in for `T`.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }

    /// Creates the stand-in for the result of a function on a parameter of type `P`.
    #[must_use]
    pub fn made<'a, P: 'a>(_: impl Fn(&'a P) -> T) -> Self
    where
        T: Sized,
    {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Default for SchemaTag<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: ?Sized + JsonSchema> SchemaTag<T> {
    /// The type implements `JsonSchema`.
    #[must_use]
    pub const fn source(self) -> KnownSchema<T> {
        KnownSchema(PhantomData)
    }
}

/// By reference: types without a schema. By value: jiff's types and raw bodies, which schemars has no
/// implementation for.
pub trait NoSchemaTag {
    /// The source of the type.
    type Source: SchemaSource;

    /// Returns the source.
    fn source(self) -> Self::Source;
}

impl<T: ?Sized> NoSchemaTag for &SchemaTag<T> {
    type Source = NoSchema;

    fn source(self) -> NoSchema {
        NoSchema
    }
}

/// A string in a format that JSON Schema has a name for.
pub struct Formatted(&'static str);

impl Formatted {
    /// A body that is taken as it is.
    pub(crate) const BINARY: Self = Self("binary");
}

impl SchemaSource for Formatted {
    fn schema(&self, generator: &mut SchemaGenerator) -> Option<Schema> {
        self.inline(generator)
    }

    fn inline(&self, _: &mut SchemaGenerator) -> Option<Schema> {
        Some(schemars::json_schema!({ "type": "string", "format": self.0 }))
    }
}

macro_rules! formatted {
    ($($type:ty => $format:literal),* $(,)?) => {$(
        impl NoSchemaTag for SchemaTag<$type> {
            type Source = Formatted;

            fn source(self) -> Formatted {
                Formatted($format)
            }
        }

        impl NoSchemaTag for SchemaTag<&$type> {
            type Source = Formatted;

            fn source(self) -> Formatted {
                Formatted($format)
            }
        }
    )*};
}

// Those of jiff's types are the formats of schemars' own implementations for jiff 0.2.
formatted! {
    jiff::Timestamp => "date-time",
    jiff::civil::Date => "date",
    jiff::civil::DateTime => "partial-date-time",
    jiff::civil::Time => "partial-time",
    bytes::Bytes => "binary",
}

/// A type with a schema.
pub struct KnownSchema<T: ?Sized>(PhantomData<fn(&T)>);

/// A type without one.
pub struct NoSchema;

/// A type that may have a schema.
pub trait SchemaSource {
    /// Returns the schema, by reference if the type is named.
    fn schema(&self, generator: &mut SchemaGenerator) -> Option<Schema>;

    /// Returns the schema itself.
    fn inline(&self, generator: &mut SchemaGenerator) -> Option<Schema>;
}

impl<T: ?Sized + JsonSchema> SchemaSource for KnownSchema<T> {
    fn schema(&self, generator: &mut SchemaGenerator) -> Option<Schema> {
        Some(generator.subschema_for::<T>())
    }

    fn inline(&self, generator: &mut SchemaGenerator) -> Option<Schema> {
        Some(T::json_schema(generator))
    }
}

impl SchemaSource for NoSchema {
    fn schema(&self, _: &mut SchemaGenerator) -> Option<Schema> {
        None
    }

    fn inline(&self, _: &mut SchemaGenerator) -> Option<Schema> {
        None
    }
}
