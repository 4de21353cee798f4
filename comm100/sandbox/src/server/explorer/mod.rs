//! The API explorer in a browser: Swagger UI, with its files in the program. It is not an endpoint of the service: it
//! needs no authorization, counts for no limit, and meets no faults.

pub(crate) mod prepare;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderValue, Response, StatusCode, header},
    routing::get,
};

/// The page: path, media type, text. Swagger UI's own page has no viewport, so that it is unreadable on a phone.
const PAGE: [(&str, &str, &str); 3] = [
    ("/", "text/html; charset=utf-8", include_str!("page.html")),
    (
        "/explorer.css",
        "text/css; charset=utf-8",
        include_str!("page.css"),
    ),
    (
        "/explorer.js",
        "text/javascript; charset=utf-8",
        include_str!("page.js"),
    ),
];

/// The files of Swagger UI that the page uses.
const FILES: [&str; 3] = [
    "favicon-32x32.png",
    "swagger-ui-bundle.js",
    "swagger-ui.css",
];

/// The page runs its own scripts alone, and connects to its own origin alone. Swagger UI writes styles into elements
/// and has pictures in its style sheet.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Adds the explorer to a router, at its root.
pub(crate) fn serve(mut router: Router) -> Router {
    for (path, media_type, text) in PAGE {
        router = router.route(path, get(async move || response(media_type, text)));
    }
    for name in FILES {
        router = router.route(&format!("/{name}"), get(async move || file(name)));
    }
    router
}

fn file(name: &str) -> Response<Body> {
    if let Ok(Some(file)) = utoipa_swagger_ui::serve(name, Arc::default()) {
        return response(&file.content_type, file.bytes.into_owned());
    }
    // The list above has names of that package alone.
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn response(media_type: &str, body: impl Into<Bytes>) -> Response<Body> {
    let mut response = Response::new(Body::from(body.into()));
    let headers = response.headers_mut();
    if let Ok(media_type) = HeaderValue::from_str(media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
