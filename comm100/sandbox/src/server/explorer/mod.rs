//! The API explorer in a browser: Swagger UI, with its files in the program. It is not an endpoint of the service: it
//! needs no authorization, counts towards no limit, and meets no faults.

pub(crate) mod prepare;

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::map_response,
    response::Response,
    routing::get,
};
use swagger_ui_dist::{ApiDefinition, OpenApiSource, generate_routes};
use tower_service::Service as _;

/// The page: path, media type, text. Swagger UI's own page has an inline script, which the policy below forbids.
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

/// The path under which swagger-ui-dist serves its files.
const FOLDER: &str = "/swagger-ui";

/// The files of Swagger UI that the page uses.
const FILES: [&str; 2] = ["swagger-ui-bundle.js", "swagger-ui.css"];

/// The page runs its own scripts alone, and connects to its own origin alone. Swagger UI writes styles into elements
/// and has pictures in its style sheet.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Adds the explorer to a router, at its root.
pub(crate) fn serve(router: Router) -> Router {
    let mut explorer = Router::new();
    for (path, media_type, text) in PAGE {
        let page = ([(header::CONTENT_TYPE, media_type)], text);
        explorer = explorer.route(path, get(async move || page));
    }
    let swagger_ui = generate_routes(ApiDefinition {
        uri_prefix: FOLDER,
        api_definition: OpenApiSource::Uri("/openapi.json"),
        title: None,
    });
    for name in FILES {
        let mut swagger_ui = swagger_ui.clone();
        let file = async move |request: Request| swagger_ui.call(request).await;
        explorer = explorer.route(&format!("{FOLDER}/{name}"), get(file));
    }
    router.merge(explorer.layer(map_response(protect)))
}

/// Adds the security headers of a response.
async fn protect(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
