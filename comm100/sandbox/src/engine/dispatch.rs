//! From a request to its response: authorization, daily limit, permission, parameters, handler.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{RawPathParams, Request, State, rejection::RawPathParamsRejection},
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header, request::Parts},
    routing::any,
};

use super::{
    auth,
    error::ErrorResponse,
    input::Input,
    letter_case,
    parameter::Location,
    response::{self, HandlerResponse},
    route::{BodyKind, RequestContext, Route},
    shared::Shared,
    version::Version,
};

/// The largest body, a megabyte: no documented request comes near it.
const LARGEST_BODY: usize = 1 << 20;

const JSON: &str = "application/json";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// The placeholders of a path, percent-decoded; an error if they are not UTF-8 then.
type Path = Result<RawPathParams, RawPathParamsRejection>;

/// Returns the router of all endpoints.
pub(crate) fn router(all: Vec<Route>, shared: Shared) -> Router {
    let mut router = Router::new();
    let spelled: Vec<String> = all
        .iter()
        .filter(|route| route.version.takes_any_case())
        .map(full_path)
        .collect();
    // The methods of a path share a handler, since axum takes each path once.
    let mut paths: BTreeMap<String, Vec<Route>> = BTreeMap::new();
    for route in all {
        paths.entry(full_path(&route)).or_default().push(route);
    }
    for (path, same) in paths {
        let same = Arc::new(same);
        let handler = move |State(shared): State<Shared>, path: Path, request: Request| {
            let same = Arc::clone(&same);
            async move { respond(&shared, &same, path, request).await }
        };
        router = router.route(&path, any(handler));
    }
    letter_case::spell_paths(router.fallback(unknown_path).with_state(shared), spelled)
}

fn full_path(route: &Route) -> String {
    route.version.base() + &route.path
}

async fn respond(
    shared: &Shared,
    routes: &[Route],
    path: Path,
    request: Request,
) -> Response<Body> {
    let (head, body) = request.into_parts();
    let method = match head.method {
        Method::HEAD => Method::GET,
        ref method => method.clone(),
    };
    let Some(route) = routes.iter().find(|route| route.method == method) else {
        return unknown_method(shared, routes, &head);
    };
    let result = match (path, to_bytes(body, LARGEST_BODY).await) {
        (Ok(path), Ok(body)) => handle(shared, route, &path, &head, &body),
        (Err(_), _) => Err(ErrorResponse::bad_request("The path is not UTF-8.")),
        (_, Err(_)) => Err(ErrorResponse::bad_request(
            "The body is incomplete or larger than 1 MiB.",
        )),
    };
    match result {
        Ok(success) => {
            let quirks = shared.config().quirks;
            response::success((route.odd_forms)(success, quirks), quirks)
        }
        Err(error) => response::error(&error, shared.config().quirks),
    }
}

fn handle(
    shared: &Shared,
    route: &Route,
    path: &RawPathParams,
    head: &Parts,
    body: &[u8],
) -> Result<HandlerResponse, ErrorResponse> {
    let config = shared.config();
    let mut account = shared.account();
    let query = head.uri.query().unwrap_or_default();
    let caller = shared.admit(&mut account, route.version, query, &head.headers)?;
    let caller = auth::check_access(&account, caller, route, config.edition)?;
    let host = head.headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok());
    let mut context = RequestContext {
        input: read_input(shared, route, path, query, &head.headers, body)?,
        account: &mut account,
        config,
        version: route.version,
        body,
        uri: &head.uri,
        host: host.unwrap_or_default(),
        caller,
        now: shared.now(),
    };
    (route.handler)(&mut context)
}

fn read_input(
    shared: &Shared,
    route: &Route,
    path: &RawPathParams,
    query: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Input, ErrorResponse> {
    let parameters = &route.parameters;
    let mut input = Input::new(route.version);
    input.read(parameters, Location::Path, path)?;
    let query = form_urlencoded::parse(query.as_bytes());
    let query = query.filter(|(key, _)| !shared.is_common_query(key));
    input.read(parameters, Location::Query, query)?;
    match route.body {
        BodyKind::Json => check_media_type(headers, JSON)?,
        BodyKind::AnyForm => check_media_type(headers, FORM)?,
        BodyKind::Fields | BodyKind::Form if body.is_empty() => {}
        BodyKind::Fields => {
            check_media_type(headers, JSON)?;
            input.read_object(parameters, body)?;
        }
        BodyKind::Form if route.takes_body() => {
            check_media_type(headers, FORM)?;
            input.read(parameters, Location::Body, form_urlencoded::parse(body))?;
        }
        BodyKind::Form => return Err(ErrorResponse::bad_request("This request takes no body.")),
    }
    input.check_complete(parameters)?;
    Ok(input)
}

pub(super) fn check_media_type(headers: &HeaderMap, expected: &str) -> Result<(), ErrorResponse> {
    let media_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = media_type
        .and_then(|value| value.split(';').next())
        .unwrap_or_default()
        .trim();
    if essence.eq_ignore_ascii_case(expected) {
        Ok(())
    } else {
        Err(ErrorResponse::bad_request(format!(
            "The body must be {expected}."
        )))
    }
}

async fn unknown_path(State(shared): State<Shared>, request: Request) -> Response<Body> {
    let error = ErrorResponse::new(StatusCode::NOT_FOUND, "There is nothing at this path.");
    let is_v1 = request.uri().path().starts_with(&Version::V1.base());
    let version = if is_v1 { Version::V1 } else { Version::V2 };
    let (head, _) = request.into_parts();
    reject(&shared, version, &head, error)
}

fn unknown_method(shared: &Shared, routes: &[Route], head: &Parts) -> Response<Body> {
    let message = format!("The method {} is not allowed here.", head.method);
    let error = ErrorResponse::new(StatusCode::METHOD_NOT_ALLOWED, message);
    let version = routes.first().map_or(Version::V1, |route| route.version);
    let mut response = reject(shared, version, head, error);
    let methods: Vec<&str> = routes.iter().map(|route| route.method.as_str()).collect();
    if let Ok(allowed) = HeaderValue::from_str(&methods.join(", ")) {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    response
}

/// Requests to no endpoint are authorized and counted too.
fn reject(shared: &Shared, version: Version, head: &Parts, error: ErrorResponse) -> Response<Body> {
    let query = head.uri.query().unwrap_or_default();
    let admitted = shared.admit(&mut shared.account(), version, query, &head.headers);
    let error = admitted.err().unwrap_or(error);
    response::error(&error, shared.config().quirks)
}
