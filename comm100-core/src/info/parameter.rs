//! A parameter of an endpoint, and its place in the request.

/// One parameter of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParameterInfo {
    name: &'static str,
    place: Place,
    required: bool,
}

/// The place of a parameter in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// One segment of the path.
    Path,
    /// A key of the query.
    Query,
    /// A key of the form in the body.
    Form,
    /// The whole body, as JSON.
    Json,
    /// A header.
    Header,
    /// A member of the JSON object in the body.
    Field,
    /// The whole body, as it is.
    Body,
    /// A part of the multipart form in the body.
    Part,
}

impl ParameterInfo {
    /// Returns the name on the wire. The whole body and a flattened struct have the
    /// name of their Rust parameter.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns its place in the request.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// Returns true if the call cannot be made without it.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.required
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, place: Place, required: bool) -> Self {
        Self {
            name,
            place,
            required,
        }
    }
}
