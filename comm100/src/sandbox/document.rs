//! The description of the API, for tools that read OpenAPI: no endpoint of the service, so that it
//! needs no authorization and counts for no limit.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, Request, Response, header},
};

use super::server::Shared;

/// Where it is served.
pub(crate) const PATH: &str = "/openapi.json";

pub(crate) async fn serve(_: State<Shared>, request: Request<Body>) -> Response<Body> {
    let mut document = crate::openapi(crate::v1::endpoints()).title("The Comm100 sandbox");
    let host = request.headers().get(header::HOST);
    if let Some(host) = host.and_then(|host| host.to_str().ok()) {
        document = document.server(format!("http://{host}"));
    }
    let mut response = Response::new(Body::from(document.to_string()));
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json; charset=utf-8"),
    );
    response
}
