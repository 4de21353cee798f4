//! The routes as data, for tests that compare them with the documentation.

use super::{
    parameter::Location,
    route::{BodyKind, Route},
};
use crate::account::access::Permission;

/// A route of the sandbox.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RouteInfo {
    /// The API version, as in the path.
    pub version: u8,
    /// The HTTP method.
    pub method: String,
    /// The path below the version, such as `livechat/departments/{id}`.
    pub path: String,
    /// The name of the required permission.
    pub permission: Option<&'static str>,
    /// The smallest edition that has the endpoint.
    pub edition: Option<String>,
    /// The parameters.
    pub parameters: Vec<ParameterInfo>,
}

/// A parameter of a route.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParameterInfo {
    /// The name in the request; `body` for a whole JSON body.
    pub name: &'static str,
    /// `path`, `query`, `form`, `field` (a member of a JSON object) or `json` (the whole body).
    pub location: &'static str,
    /// True if a request without it is rejected.
    pub required: bool,
}

impl From<&Route> for RouteInfo {
    fn from(route: &Route) -> Self {
        let mut parameters: Vec<ParameterInfo> = route
            .parameters
            .iter()
            .map(|parameter| ParameterInfo {
                name: parameter.name,
                location: match (parameter.location, route.body) {
                    (Location::Path, _) => "path",
                    (Location::Query, _) => "query",
                    (Location::Body, BodyKind::Fields) => "field",
                    (Location::Body, _) => "form",
                },
                required: parameter.required,
            })
            .collect();
        if matches!(route.body, BodyKind::Json | BodyKind::AnyForm) {
            parameters.push(ParameterInfo {
                name: "body",
                location: if route.body == BodyKind::Json {
                    "json"
                } else {
                    "form"
                },
                required: true,
            });
        }
        Self {
            version: route.version.number(),
            method: route.method.to_string(),
            path: route.path.to_string(),
            permission: route.permission.map(Permission::name),
            edition: route.edition.map(|edition| edition.to_string()),
            parameters,
        }
    }
}
