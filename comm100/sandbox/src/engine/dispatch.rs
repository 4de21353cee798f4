//! From a request to its answer: authorization, the daily limit, permission, parameters, endpoint.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{RawPathParams, Request, State as Shares, rejection::RawPathParamsRejection},
    http::{HeaderMap, Response, StatusCode, header},
    middleware,
    routing::{MethodFilter, MethodRouter, on},
};

use crate::{
    engine::{
        auth,
        error::Refusal,
        input::Arguments,
        parameter::Place,
        response::{self, Reply},
        route::{Exchange, Route, Verb},
    },
    quirks::Quirk,
    reports,
    server::{Shared, document, fault},
    v1,
};

/// Everything lies below the host and the version.
const BASE: &str = "/api/v1/";

/// A form or a JSON body of a megabyte is a mistake.
const LARGEST_BODY: usize = 1 << 20;

/// The router of all endpoints, the faults in front of it.
pub(crate) fn router(shared: Shared) -> Router {
    let mut router = Router::new();
    let mut left: Vec<Route> = v1::routes();
    left.extend(reports::routes());
    // axum wants the methods of a path in one piece.
    while let Some(path) = left.first().map(|route| route.path) {
        let (same, others) = left
            .into_iter()
            .partition::<Vec<_>, _>(|route| route.path == path);
        left = others;
        let methods = same.into_iter().fold(MethodRouter::new(), with_route);
        router = router.route(&format!("{BASE}{path}"), methods);
    }
    if shared.document().is_some() {
        router = router.route(document::PATH, axum::routing::get(openapi));
    }
    router
        .fallback(unknown_path)
        .method_not_allowed_fallback(unknown_method)
        .layer(middleware::from_fn_with_state(shared.clone(), fault::apply))
        .with_state(shared)
}

/// The placeholders of a path, percent-decoded; an error if they are not UTF-8 then.
type Path = Result<RawPathParams, RawPathParamsRejection>;

fn with_route(methods: MethodRouter<Shared>, route: Route) -> MethodRouter<Shared> {
    let filter = match route.verb {
        Verb::Get => MethodFilter::GET,
        Verb::Post => MethodFilter::POST,
        Verb::Put => MethodFilter::PUT,
        Verb::Delete => MethodFilter::DELETE,
    };
    let route = Arc::new(route);
    let handler = move |Shares(shared): Shares<Shared>, path: Path, request: Request| {
        let route = Arc::clone(&route);
        async move { answer(&shared, &route, path, request).await }
    };
    methods.merge(on(filter, handler))
}

async fn answer(shared: &Shared, route: &Route, path: Path, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let query = head.uri.query().unwrap_or_default();
    let outcome = match (path, to_bytes(body, LARGEST_BODY).await) {
        (Ok(path), Ok(body)) => carry_out(shared, route, &path, query, &head.headers, &body),
        (Err(_), _) => Err(Refusal::bad_request("The path is not UTF-8.")),
        (_, Err(_)) => Err(Refusal::bad_request(
            "The body is incomplete or larger than 1 MiB.",
        )),
    };
    match outcome {
        Ok(reply) => response::accepted(reply, shared.quirks()),
        Err(refusal) => response::refused(&refusal, shared.quirks()),
    }
}

fn carry_out(
    shared: &Shared,
    route: &Route,
    path: &RawPathParams,
    query: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Reply, Refusal> {
    let now = shared.now();
    let mut state = shared.state();
    let caller = auth::authorize(&state, headers)?;
    state
        .limit
        .count(now, shared.quirks().has(Quirk::LimitAsServerError))?;
    auth::permit(&state, caller, route, shared.edition())?;
    let mut exchange = Exchange {
        arguments: check(route, path, query, headers, body)?,
        state: &mut state,
        body,
        caller,
        now,
        quirks: shared.quirks(),
        edition: shared.edition(),
        has_chatbot: shared.has_chatbot(),
    };
    (route.handler)(&mut exchange)
}

fn check(
    route: &Route,
    path: &RawPathParams,
    query: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Arguments, Refusal> {
    let mut arguments = Arguments::default();
    arguments.take(&route.parameters, Place::Path, path)?;
    arguments.take(
        &route.parameters,
        Place::Query,
        form_urlencoded::parse(query.as_bytes()),
    )?;
    let takes_form = route
        .parameters
        .iter()
        .any(|parameter| parameter.place == Place::Form);
    if route.takes_json {
        check_media_type(headers, "application/json")?;
    } else if !body.is_empty() {
        if !takes_form {
            return Err(Refusal::bad_request("This request takes no body."));
        }
        check_media_type(headers, "application/x-www-form-urlencoded")?;
        arguments.take(&route.parameters, Place::Form, form_urlencoded::parse(body))?;
    }
    arguments.complete(&route.parameters)?;
    Ok(arguments)
}

fn check_media_type(headers: &HeaderMap, expected: &str) -> Result<(), Refusal> {
    let given = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = given
        .and_then(|value| value.split(';').next())
        .unwrap_or_default()
        .trim();
    if essence.eq_ignore_ascii_case(expected) {
        Ok(())
    } else {
        Err(Refusal::bad_request(format!(
            "The body must be {expected}."
        )))
    }
}

async fn openapi(Shares(shared): Shares<Shared>, request: Request) -> Response<Body> {
    match shared.document() {
        Some(document) => document.respond(request.headers()),
        None => unknown_path(Shares(shared), request).await,
    }
}

async fn unknown_path(Shares(shared): Shares<Shared>, request: Request) -> Response<Body> {
    refuse_unknown(
        &shared,
        &request,
        StatusCode::NOT_FOUND,
        "There is nothing at this path.",
    )
}

async fn unknown_method(Shares(shared): Shares<Shared>, request: Request) -> Response<Body> {
    let message = format!("The method {} is not allowed here.", request.method());
    refuse_unknown(&shared, &request, StatusCode::METHOD_NOT_ALLOWED, &message)
}

/// What no endpoint answers is still answered to agents alone, and counts.
fn refuse_unknown(
    shared: &Shared,
    request: &Request,
    status: StatusCode,
    message: &str,
) -> Response<Body> {
    let mut state = shared.state();
    let refusal = auth::authorize(&state, request.headers())
        .and_then(|_| {
            let as_server_error = shared.quirks().has(Quirk::LimitAsServerError);
            state.limit.count(shared.now(), as_server_error)
        })
        .err()
        .unwrap_or_else(|| Refusal::new(status, message));
    response::refused(&refusal, shared.quirks())
}
