//! An endpoint as the sandbox knows it: version, method, path, parameters, body, access and handler.

use std::borrow::Cow;

use axum::http::{Method, Uri};

use super::{
    error::ErrorResponse,
    input::Input,
    parameter::{Format, Location, Parameter},
    response::{HandlerResponse, IntoHandlerResponse},
    version::Version,
};
use crate::{
    account::{
        access::{Edition, Permission},
        account::Account,
        crud::Author,
    },
    config::Config,
    quirks::{Quirk, Quirks},
};

/// A request to an endpoint, after it was checked.
pub(crate) struct RequestContext<'a> {
    pub(crate) account: &'a mut Account,
    pub(crate) config: &'a Config,
    pub(crate) version: Version,
    pub(crate) input: Input,
    /// The body, if the endpoint takes JSON as a whole.
    pub(crate) body: &'a [u8],
    /// The URI of the request, and the host that it was sent to.
    pub(crate) uri: &'a Uri,
    pub(crate) host: &'a str,
    /// The id of the agent that sent it; 0 for the partner.
    pub(crate) caller: u64,
    /// The time, in seconds since 1970-01-01T00:00Z.
    pub(crate) now: i64,
}

impl RequestContext<'_> {
    pub(crate) fn quirks(&self) -> Quirks {
        self.config.quirks
    }

    pub(crate) fn has(&self, quirk: Quirk) -> bool {
        self.config.quirks.has(quirk)
    }

    pub(crate) fn author(&self) -> Author {
        Author {
            agent: self.caller,
            now: self.now,
        }
    }
}

/// The body that an endpoint takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// A form with the parameters of the body. Endpoints without such parameters take no body.
    Form,
    /// A JSON object with the parameters of the body.
    Fields,
    /// Any JSON; the handler reads it.
    Json,
    /// A form whose keys are not known; the handler reads it.
    AnyForm,
}

/// The callers that an endpoint is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Callers {
    Agents,
    /// The partner, with its token.
    Partner,
}

/// Handles a request to an endpoint.
pub(crate) type Handler =
    Box<dyn Fn(&mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> + Send + Sync>;

/// Changes a response to the forms that the quirks select.
pub(crate) type OddForms = fn(HandlerResponse, Quirks) -> HandlerResponse;

/// An endpoint, with its access and its handler.
pub(crate) struct Route {
    pub(crate) version: Version,
    pub(crate) method: Method,
    /// The path below the version's base, such as `livechat/departments/{id}`.
    pub(crate) path: Cow<'static, str>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: BodyKind,
    pub(crate) callers: Callers,
    pub(crate) permission: Option<Permission>,
    pub(crate) edition: Option<Edition>,
    pub(crate) handler: Handler,
    /// Applies the odd forms of its version.
    pub(crate) odd_forms: OddForms,
}

impl Route {
    pub(crate) fn new<R: IntoHandlerResponse>(
        method: Method,
        path: impl Into<Cow<'static, str>>,
        handler: impl Fn(&mut RequestContext<'_>) -> R + Send + Sync + 'static,
    ) -> Self {
        Self {
            version: Version::V1,
            method,
            path: path.into(),
            parameters: Vec::new(),
            body: BodyKind::Form,
            callers: Callers::Agents,
            permission: None,
            edition: None,
            handler: Box::new(move |context| handler(context).into_response()),
            odd_forms: |response, _| response,
        }
    }

    pub(crate) fn get<R: IntoHandlerResponse>(
        path: impl Into<Cow<'static, str>>,
        handler: impl Fn(&mut RequestContext<'_>) -> R + Send + Sync + 'static,
    ) -> Self {
        Self::new(Method::GET, path, handler)
    }

    pub(crate) fn post<R: IntoHandlerResponse>(
        path: impl Into<Cow<'static, str>>,
        handler: impl Fn(&mut RequestContext<'_>) -> R + Send + Sync + 'static,
    ) -> Self {
        Self::new(Method::POST, path, handler)
    }

    pub(crate) fn put<R: IntoHandlerResponse>(
        path: impl Into<Cow<'static, str>>,
        handler: impl Fn(&mut RequestContext<'_>) -> R + Send + Sync + 'static,
    ) -> Self {
        Self::new(Method::PUT, path, handler)
    }

    pub(crate) fn delete<R: IntoHandlerResponse>(
        path: impl Into<Cow<'static, str>>,
        handler: impl Fn(&mut RequestContext<'_>) -> R + Send + Sync + 'static,
    ) -> Self {
        Self::new(Method::DELETE, path, handler)
    }

    pub(crate) fn parameter(mut self, parameter: Parameter) -> Self {
        self.parameters.push(parameter);
        self
    }

    pub(crate) fn parameters(mut self, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        self.parameters.extend(parameters);
        self
    }

    /// Adds a placeholder of the path.
    pub(crate) fn path(self, name: &'static str, format: Format) -> Self {
        self.parameter(Parameter {
            name,
            location: Location::Path,
            format,
            required: true,
        })
    }

    /// Adds an optional query parameter.
    pub(crate) fn query(self, name: &'static str, format: Format) -> Self {
        self.parameter(Parameter {
            name,
            location: Location::Query,
            format,
            required: false,
        })
    }

    pub(crate) fn required_query(self, name: &'static str, format: Format) -> Self {
        self.parameter(Parameter {
            name,
            location: Location::Query,
            format,
            required: true,
        })
    }

    pub(crate) fn body(mut self, body: BodyKind) -> Self {
        self.body = body;
        self
    }

    /// Makes the whole body JSON.
    pub(crate) fn json(self) -> Self {
        self.body(BodyKind::Json)
    }

    /// Makes the body a JSON object with these members.
    pub(crate) fn fields(self, fields: impl IntoIterator<Item = Parameter>) -> Self {
        self.body(BodyKind::Fields).parameters(fields)
    }

    pub(crate) fn callers(mut self, callers: Callers) -> Self {
        self.callers = callers;
        self
    }

    pub(crate) fn permission(mut self, permission: Permission) -> Self {
        self.permission = Some(permission);
        self
    }

    pub(crate) fn edition(mut self, edition: Edition) -> Self {
        self.edition = Some(edition);
        self
    }

    pub(crate) fn version(mut self, version: Version) -> Self {
        self.version = version;
        self
    }

    pub(crate) fn odd_forms(mut self, odd_forms: OddForms) -> Self {
        self.odd_forms = odd_forms;
        self
    }

    pub(crate) fn takes_body(&self) -> bool {
        self.parameters
            .iter()
            .any(|parameter| parameter.location == Location::Body)
    }
}
