//! Responses as bytes: JSON bodies in the forms that the quirks select.

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use serde_json::Value;

use super::error::ErrorResponse;
use crate::quirks::{Quirk, Quirks};

/// The response of a handler, with status 200.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum HandlerResponse {
    Json(Value),
    /// A page of HTML.
    Html(String),
    /// No body at all, as for the removal of a canned message.
    Empty,
}

/// A type that handlers return.
pub(crate) trait IntoHandlerResponse {
    fn into_response(self) -> Result<HandlerResponse, ErrorResponse>;
}

impl IntoHandlerResponse for Value {
    fn into_response(self) -> Result<HandlerResponse, ErrorResponse> {
        Ok(HandlerResponse::Json(self))
    }
}

impl IntoHandlerResponse for HandlerResponse {
    fn into_response(self) -> Result<HandlerResponse, ErrorResponse> {
        Ok(self)
    }
}

impl<R: IntoHandlerResponse, E: Into<ErrorResponse>> IntoHandlerResponse for Result<R, E> {
    fn into_response(self) -> Result<HandlerResponse, ErrorResponse> {
        self.map_err(Into::into)?.into_response()
    }
}

pub(crate) fn success(response: HandlerResponse, quirks: Quirks) -> Response<Body> {
    match response {
        HandlerResponse::Json(mut value) => {
            quirks.apply(&mut value);
            json(StatusCode::OK, value.to_string(), quirks)
        }
        HandlerResponse::Html(html) => {
            with_body(StatusCode::OK, html, "text/html; charset=utf-8", quirks)
        }
        HandlerResponse::Empty => Response::new(Body::empty()),
    }
}

pub(crate) fn error(error: &ErrorResponse, quirks: Quirks) -> Response<Body> {
    let mut response = json(error.status, error.body(quirks), quirks);
    if error.status == StatusCode::UNAUTHORIZED {
        let challenge = HeaderValue::from_static("Basic realm=\"Comm100\"");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, challenge);
    }
    if let Some(time) = error.retry_after {
        // The header has whole seconds; a client that waits too short would be rejected again.
        let seconds = time.as_secs();
        let seconds = seconds.saturating_add(u64::from(time.subsec_nanos() > 0));
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn json(status: StatusCode, body: String, quirks: Quirks) -> Response<Body> {
    with_body(status, body, "application/json; charset=utf-8", quirks)
}

fn with_body(
    status: StatusCode,
    body: String,
    media_type: &'static str,
    quirks: Quirks,
) -> Response<Body> {
    let body = if quirks.has(Quirk::ByteOrderMark) {
        format!("\u{feff}{body}")
    } else {
        body
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let media_type = HeaderValue::from_static(media_type);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, media_type);
    response
}
