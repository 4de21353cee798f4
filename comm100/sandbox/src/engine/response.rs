//! Answers as bytes: JSON bodies in the forms that the quirks ask for.

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use serde_json::Value;

use crate::{
    engine::error::Refusal,
    quirks::{Quirk, Quirks},
};

/// What an endpoint answers with status 200.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reply {
    Json(Value),
    /// No body at all, as the removal of a canned message answers.
    Empty,
}

impl From<Value> for Reply {
    fn from(value: Value) -> Self {
        Self::Json(value)
    }
}

pub(crate) fn accepted(reply: Reply, quirks: Quirks) -> Response<Body> {
    match reply {
        Reply::Json(mut value) => {
            quirks.apply(&mut value);
            json(StatusCode::OK, value.to_string(), quirks)
        }
        Reply::Empty => Response::new(Body::empty()),
    }
}

pub(crate) fn refused(refusal: &Refusal, quirks: Quirks) -> Response<Body> {
    let mut response = json(refusal.status, refusal.body(quirks), quirks);
    if refusal.status == StatusCode::UNAUTHORIZED {
        let challenge = HeaderValue::from_static("Basic realm=\"Comm100\"");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, challenge);
    }
    response
}

fn json(status: StatusCode, body: String, quirks: Quirks) -> Response<Body> {
    let body = if quirks.has(Quirk::ByteOrderMark) {
        format!("\u{feff}{body}")
    } else {
        body
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let media_type = HeaderValue::from_static("application/json; charset=utf-8");
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, media_type);
    response
}
