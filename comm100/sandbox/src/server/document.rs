//! The OpenAPI document that the sandbox serves. It is not an endpoint of the service: it needs no
//! authorization and does not count towards the daily limit.

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Response, header},
    routing::get,
};
use comm100_core::{__private::config_error, Result};
use serde_json::{Map, Value, json};

/// The path of the document.
const PATH: &str = "/openapi.json";

/// A parsed document.
#[derive(Clone, Debug)]
pub(crate) struct Document(Map<String, Value>);

impl Document {
    pub(crate) fn parse(text: &str) -> Result<Self> {
        match serde_json::from_str(text) {
            Ok(Value::Object(members)) => Ok(Self(members)),
            _ => Err(config_error(
                "the text of `.openapi(..)` must be a JSON object; pass an OpenAPI document"
                    .to_owned(),
            )),
        }
    }

    /// Returns the document itself, for what the explorer adds.
    #[cfg(feature = "explorer")]
    pub(super) fn members(&mut self) -> &mut Map<String, Value> {
        &mut self.0
    }

    /// Adds the document to a router.
    pub(crate) fn serve(self, router: Router) -> Router {
        let respond = async move |request: Request| self.respond(request.headers());
        router.route(PATH, get(respond))
    }

    /// Returns the document, with the origin that the request was sent to as its only server.
    fn respond(&self, headers: &HeaderMap) -> Response<Body> {
        let mut members = self.0.clone();
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        if let Some(host) = host {
            members.insert(
                "servers".to_owned(),
                json!([{ "url": format!("http://{host}") }]),
            );
        }
        let mut response = Response::new(Body::from(Value::Object(members).to_string()));
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
        response
    }
}
