//! The replies of a route.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};

use super::request::MockRequest;
use crate::{Body, TransportError};

type Respond = dyn Fn(&MockRequest) -> http::Response<Bytes> + Send + Sync;

/// One reply of a route.
#[derive(Clone)]
pub(super) struct MockResponse {
    pub(super) delay: Duration,
    pub(super) answer: Answer,
}

#[derive(Clone)]
pub(super) enum Answer {
    /// A status and a body of JSON, or none.
    Json(StatusCode, Option<Bytes>),
    Respond(Arc<Respond>),
    NotSent,
    MaybeSent,
}

impl From<Answer> for MockResponse {
    fn from(answer: Answer) -> Self {
        Self {
            delay: Duration::ZERO,
            answer,
        }
    }
}

impl MockResponse {
    pub(super) fn empty() -> Self {
        Answer::Json(StatusCode::NO_CONTENT, None).into()
    }

    pub(super) fn error(status: StatusCode, code: Option<i64>, message: &str) -> Self {
        let mut body = serde_json::Map::new();
        if let Some(code) = code {
            body.insert("code".into(), code.into());
        }
        body.insert("message".into(), message.into());
        let body = serde_json::Value::Object(body).to_string();
        Answer::Json(status, Some(body.into())).into()
    }

    /// Returns the response after the delay, which Tokio's clock measures: a paused one passes it at once.
    pub(super) async fn respond(
        self,
        request: &MockRequest,
    ) -> Result<http::Response<Body>, TransportError> {
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        match self.answer {
            Answer::Json(status, body) => {
                let mut response = http::Response::new(match body {
                    Some(body) => Body::from(body),
                    None => Body::default(),
                });
                *response.status_mut() = status;
                response.headers_mut().insert(
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("application/json; charset=utf-8"),
                );
                Ok(response)
            }
            Answer::Respond(respond) => Ok(respond(request).map(Body::from)),
            Answer::NotSent => Err(TransportError::not_sent(
                "comm100::mock: the route says that no connection can be made",
            )),
            Answer::MaybeSent => Err(TransportError::maybe_sent(
                "comm100::mock: the route says that the connection breaks",
            )),
        }
    }
}
