//! One attempt: a request is sent, and its response is read completely, in time.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};
use tokio::sync::SemaphorePermit;
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};

use super::completed::CompletedCall;
use super::context::CallContext;
use super::handoff::Acceptance;
use super::outgoing::outgoing;
use super::response;
use crate::auth::Authorization;
use crate::client::Inner;
use crate::error::{ApiError, Error, Result};
use crate::policy::quota::{SentAt, halfway};
use crate::policy::retry::retry_after;
use crate::response::{Body, Download, DownloadLimits, DownloadSlot, RawResponse, ResponseBody};
use crate::transport::{poll_sending, timed_out_connecting};

/// The part of an error's body that is kept; the rest is not read.
const ERROR_BODY_CAP: usize = 64 * 1024;

/// The permit, the times and the number of an attempt that may be sent.
pub(super) struct AttemptStart<'a> {
    /// The place among those in flight, free again when the attempt ends.
    pub(super) permit: Option<SemaphorePermit<'a>>,
    pub(super) sent_at: SentAt,
    pub(super) until: Instant,
    /// Counted from 1.
    pub(super) number: u32,
}

#[expect(
    clippy::manual_async_fn,
    reason = "an `async fn` would keep its arguments twice, and every call is such a future"
)]
pub(super) fn attempt<'a>(
    context: &'a CallContext,
    authorization: &'a Authorization,
    start: AttemptStart<'a>,
) -> impl Future<Output = Result<RawResponse>> + Send + 'a {
    async move {
        // One timer for the head and the body of the response.
        let mut timer = pin!(sleep_until(start.until));
        // The response is taken apart at once, which keeps the future small.
        let (status, headers, mut body) = {
            let request = outgoing(&context.client, &context.prepared, Some(authorization));
            let send = pin!(context.inner().sender.send(request));
            match sent_within(timer.as_mut(), send).await {
                Ok(Ok(response)) => (response.status, response.headers, response.body),
                Ok(Err(error)) => return Err(Error::transport(error)),
                Err(late) => return Err(timeout_error(context, late)),
            }
        };
        let quota = &context.inner().quota;
        quota.observe_date(status, &headers, start.sent_at);
        if !status.is_success() {
            // The service is done with the request: a body that stalls does not block other calls.
            drop(start.permit);
            // Boxed, so that the calls which go well are smaller.
            let error = read_error(
                context.inner(),
                status,
                &headers,
                &mut body,
                timer,
                start.sent_at,
                &authorization.header,
            );
            return Err(Box::pin(error).await);
        }
        if start.sent_at.is_probe() {
            Box::pin(readmit(context, start.sent_at, start.until)).await;
        }
        let body = match context.acceptance {
            Acceptance::Head => {
                let download = download(context, status, &headers, body, start.number);
                ResponseBody::Download(download)
            }
            Acceptance::WithoutBody => Box::pin(ignore_body(&mut body, start.until)).await,
            Acceptance::Any | Acceptance::Handoff(_) | Acceptance::Check(_) => {
                let cap = context.inner().settings.max_response_bytes;
                let read = pin!(response::read_whole(cap, status, &headers, &mut body));
                match within(timer.as_mut(), read).await {
                    Some(Ok(body)) => ResponseBody::Whole(body),
                    Some(Err(error)) => return Err(error.with_headers(&headers)),
                    None => return Err(Error::unfinished(status).with_headers(&headers)),
                }
            }
        };
        let raw = RawResponse::new(status, headers, body);
        if let Acceptance::Handoff(_) | Acceptance::Check(_) = context.acceptance {
            return Box::pin(accept(context, authorization, raw, start, timer)).await;
        }
        Ok(raw)
    }
}

/// Admits requests again after a probe that succeeded. A store that does not respond leaves time for the body.
async fn readmit(context: &CallContext, sent_at: SentAt, until: Instant) {
    let readmitted = context.inner().quota.readmit(sent_at);
    let _ = timeout_at(halfway(until), readmitted).await;
}

/// Reads the start of a body whose content does not matter, so that its connection can be used again.
async fn ignore_body(body: &mut Body, until: Instant) -> ResponseBody {
    body.read_start(ERROR_BODY_CAP, until).await;
    ResponseBody::Whole(Bytes::new())
}

/// Leaves the body of a response to be read after the call.
fn download(
    context: &CallContext,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body,
    number: u32,
) -> DownloadSlot {
    let settings = &context.inner().settings;
    let limits = DownloadLimits {
        idle: settings.attempt_timeout,
        deadline: None,
        cap: settings.max_response_bytes,
    };
    let endpoint = context.prepared.endpoint;
    DownloadSlot::new(Download::new(
        status,
        headers.clone(),
        body,
        limits,
        endpoint,
        number,
    ))
}

/// Lets the response type accept or reject a response.
async fn accept(
    context: &CallContext,
    authorization: &Authorization,
    raw: RawResponse,
    start: AttemptStart<'_>,
    timer: Pin<&mut Sleep>,
) -> Result<RawResponse> {
    let completed = CompletedCall {
        raw,
        attempts: start.number,
        target: context.prepared.encoded.target.clone(),
        path_length: context.prepared.encoded.path_length,
    };
    let (completed, verdict) = match &context.acceptance {
        Acceptance::Any | Acceptance::WithoutBody | Acceptance::Head => (completed, Ok(())),
        Acceptance::Handoff(handoff) => handoff.offer(completed).await,
        Acceptance::Check(check) => {
            let verdict = check(&completed);
            (completed, verdict)
        }
    };
    let raw = completed.raw;
    let Err(error) = verdict else {
        return Ok(raw);
    };
    let error = classify(context.inner(), error, &raw.headers, timer, start.sent_at).await;
    Err(error.without_secrets_of(&authorization.header))
}

/// Reads the response of an error: its body as far as it comes, and its meaning. That of a redirect is not read.
async fn read_error(
    inner: &Inner,
    status: StatusCode,
    headers: &HeaderMap,
    body: &mut Body,
    timer: Pin<&mut Sleep>,
    sent_at: SentAt,
    authorization: &HeaderValue,
) -> Error {
    // A 304 points nowhere: it is an error like any other status.
    if status.is_redirection() && status != StatusCode::NOT_MODIFIED {
        return response::redirect(status, headers).with_headers(headers);
    }
    // The part that arrived of a late or truncated body is kept: the status counts.
    let start = body.read_start(ERROR_BODY_CAP, timer.deadline()).await;
    let start = response::decode_start(headers, start, ERROR_BODY_CAP);
    let api = ApiError::decode(status, &start).without_secrets_of(Some(authorization));
    let error =
        Error::refused(api, start).with_retry_after(retry_after(headers, inner.clock.now()));
    let error = error.with_headers(headers);
    classify(inner, error, headers, timer, sent_at).await
}

/// Finds out if an error says that the day's quota is used up.
async fn classify(
    inner: &Inner,
    error: Error,
    headers: &HeaderMap,
    timer: Pin<&mut Sleep>,
    sent_at: SentAt,
) -> Error {
    let quota = &inner.quota;
    let day = |api| quota.classify(api, headers, error.retry_after(), sent_at);
    let Some(day) = error.api().and_then(day) else {
        return error;
    };
    let _ = within(timer, pin!(quota.publish_exhausted(day))).await;
    error.exhausted_until(day.end())
}

/// Returns the error of an attempt that ends before the head of a response.
fn timeout_error(context: &CallContext, late: Late) -> Error {
    if late.connecting && context.inner().sender.reports_connecting() {
        let url = &context.client.base_of(&context.prepared).url;
        return Error::transport(timed_out_connecting(url));
    }
    Error::unanswered()
}

/// The timer of a request ended before its response came.
#[derive(Clone, Copy)]
struct Late {
    /// The request waited for its connection.
    connecting: bool,
}

/// Like `within`, for the future that sends a request.
fn sent_within<F: Future>(
    mut timer: Pin<&mut Sleep>,
    mut send: Pin<&mut F>,
) -> impl Future<Output = std::result::Result<F::Output, Late>> {
    poll_fn(move |context| {
        let mut connecting = false;
        match poll_sending(send.as_mut(), context, &mut connecting) {
            Poll::Ready(response) => Poll::Ready(Ok(response)),
            Poll::Pending => timer
                .as_mut()
                .poll(context)
                .map(|()| Err(Late { connecting })),
        }
    })
}

/// Returns the output of a future, unless the timer ends before. The future stays where it is pinned:
/// a copy would make every call's future larger.
fn within<F: Future>(
    mut timer: Pin<&mut Sleep>,
    mut future: Pin<&mut F>,
) -> impl Future<Output = Option<F::Output>> {
    poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
}
