//! The span of a call and the events of its attempts.
//!
//! Names and fields are those of OpenTelemetry's semantic conventions for HTTP clients. No value of
//! a parameter is among them, no header and no text of a body: the template stands for the URL.
//!
//! Numbers are `i64`, the integer type of OpenTelemetry: `tracing-opentelemetry` exports a `u64` as text.

use std::future::Future;
use std::time::Duration;

use http::StatusCode;
use tracing::field::Empty;
use tracing::instrument::WithSubscriber as _;
use tracing::{Instrument as _, Span};

use crate::error::{Error, ErrorKind};
use crate::info::EndpointInfo;
use crate::platform::Base;

#[derive(Clone, Debug)]
pub(super) struct CallSpan(Span);

impl CallSpan {
    pub(super) fn begin(endpoint: &EndpointInfo, base: &Base) -> Self {
        let base = &base.url;
        let span = tracing::info_span!(
            target: "comm100",
            "comm100.call",
            otel.name = %endpoint,
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = endpoint.method().as_str(),
            url.template = %format_args!("{}{}", base.path(), endpoint.path()),
            server.address = base.host_str(),
            server.port = base.port_or_known_default().map(i64::from),
            http.response.status_code = Empty,
            http.request.resend_count = Empty,
            error.type = Empty,
        );
        Self(span)
    }

    pub(super) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
        future.instrument(self.0.clone())
    }

    pub(super) fn end(&self, attempts: u32, outcome: Result<StatusCode, &Error>) {
        if attempts > 1 {
            let resend_count = i64::from(attempts - 1);
            self.0.record("http.request.resend_count", resend_count);
        }
        match outcome {
            Ok(status) => self.status(status),
            Err(error) => {
                if let Some(status) = error.status() {
                    self.status(status);
                }
                self.fail(error);
            }
        }
    }

    /// Records the failure without its status, which `end` records: exporters keep both of two values.
    pub(super) fn fail(&self, error: &Error) {
        self.0.record("error.type", error_type(error).as_str());
        self.0.record("otel.status_code", "ERROR");
    }

    fn status(&self, status: StatusCode) {
        let status = i64::from(status.as_u16());
        self.0.record("http.response.status_code", status);
    }
}

/// Writes one event. Faults of the service and the network are warnings; a 404 is an ordinary response.
pub(super) fn attempted(number: u32, time: Duration, outcome: Result<StatusCode, &Error>) {
    let status = match outcome {
        Ok(status) => Some(status),
        Err(error) => error.status(),
    };
    let status = status.map(|status| i64::from(status.as_u16()));
    let resend_count = (number > 1).then(|| i64::from(number - 1));
    let seconds = time.as_secs_f64();
    let error = outcome.err();
    let error_type = error.map(error_type);
    macro_rules! event {
        ($level:ident, $text:literal) => {
            tracing::event!(
                target: "comm100",
                tracing::Level::$level,
                http.response.status_code = status,
                http.request.resend_count = resend_count,
                http.client.request.duration = seconds,
                error.type = error_type.as_deref(),
                $text
            )
        };
    }
    match error {
        None => event!(DEBUG, "attempt answered"),
        Some(error) if is_an_answer(error) => event!(DEBUG, "attempt rejected"),
        Some(_) => event!(WARN, "attempt failed"),
    }
}

fn is_an_answer(error: &Error) -> bool {
    error.kind() == ErrorKind::Api
        && error
            .status()
            .is_some_and(|status| status.is_client_error() && status.as_u16() != 429)
}

/// Returns the status of an error that the service answered with, else the kind: few words, so that
/// they can be counted.
fn error_type(error: &Error) -> String {
    let kind = error.kind();
    match error.status() {
        Some(status) if matches!(kind, ErrorKind::Api | ErrorKind::Redirect) => {
            status.as_str().to_owned()
        }
        _ => kind.to_string(),
    }
}

/// Keeps the current span and subscriber, which `tokio::spawn` would lose.
pub(super) fn in_this_span<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    future.in_current_span().with_current_subscriber()
}

/// Keeps the current subscriber alone.
pub(super) fn in_no_span<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    future.with_current_subscriber()
}
