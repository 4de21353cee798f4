//! One attempt: a request goes out, an answer comes back whole, in time.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use bytes::BytesMut;
use http::{HeaderMap, StatusCode, header};
use tokio::time::{Instant, Sleep, sleep_until};

use super::failed::FailedAttempt;
use super::outgoing::outgoing;
use super::response;
use crate::client::Client;
use crate::error::{ApiError, Error, ErrorKind, Sent};
use crate::policy::quota::SentAt;
use crate::policy::retry::{Failure, retry_after};
use crate::request::PreparedCall;
use crate::response::Body;
use crate::response::RawResponse;

/// What is kept of an error's body; the rest is not read.
const ERROR_BODY_CAP: usize = 64 * 1024;
/// How long an error's body may take. Its status is there already.
const ERROR_BODY_TIME: Duration = Duration::from_secs(5);

pub(super) async fn attempt(
    client: &Client,
    plan: &PreparedCall,
    until: Instant,
    sent_at: SentAt,
) -> Result<RawResponse, FailedAttempt> {
    // One timer for the head and the body of the answer.
    let mut timer = pin!(sleep_until(until));
    let (status, headers, mut body) = {
        let send = pin!(client.inner.sender.send(outgoing(client, plan)));
        match within(timer.as_mut(), send).await {
            Some(Ok(answer)) => taken_apart(answer),
            Some(Err(error)) => return Err(unanswered(Error::transport(error))),
            None => return Err(unanswered(timed_out(None))),
        }
    };
    client.inner.quota.observe_date(status, &headers, sent_at);
    if status.is_success() {
        if sent_at.is_probe() {
            let readmitted = Box::pin(client.inner.quota.readmit(sent_at));
            let _ = within(timer.as_mut(), pin!(readmitted)).await;
        }
        let cap = client.inner.settings.max_response_bytes;
        let read = within(
            timer.as_mut(),
            pin!(response::read_whole(cap, status, &headers, &mut body)),
        )
        .await;
        return match read {
            Some(Ok(body)) => Ok(RawResponse {
                status,
                headers,
                body,
            }),
            Some(Err(failed)) => Err(failed),
            None => Err(FailedAttempt {
                error: timed_out(Some(status)),
                failure: Failure::TimedOut,
            }),
        };
    }
    // A 304 points nowhere: it is an error like any other status.
    if status.is_redirection() && status != StatusCode::NOT_MODIFIED {
        return Err(FailedAttempt {
            error: response::redirect(status, &headers),
            failure: Failure::Final,
        });
    }
    // Boxed, so that the calls which go well are smaller.
    let refused = Box::pin(refused(client, status, &headers, &mut body, timer, sent_at));
    Err(refused.await)
}

/// An answer that is an error: its body as far as it comes, its meaning.
async fn refused(
    client: &Client,
    status: StatusCode,
    headers: &HeaderMap,
    body: &mut Body,
    mut timer: Pin<&mut Sleep>,
    sent_at: SentAt,
) -> FailedAttempt {
    let deadline = timer.deadline();
    let until = deadline.min(Instant::now() + ERROR_BODY_TIME);
    timer.as_mut().reset(until);
    let mut start = BytesMut::new();
    // A body that is late or breaks off leaves what came of it: the status counts.
    let _ = within(
        timer.as_mut(),
        pin!(body.read_start(ERROR_BODY_CAP, &mut start)),
    )
    .await;
    let start = response::decoded_start(headers, start.freeze(), ERROR_BODY_CAP);
    let common = client.inner.headers.plain();
    let api =
        ApiError::decode(status, &start).without_secrets_of(common.get(header::AUTHORIZATION));
    let quota = &client.inner.quota;
    let wait = retry_after(headers, client.inner.clock.now());
    let used_up = quota.classify(&api, headers, wait, sent_at);
    if let Some(day) = used_up {
        // The body may have taken all of its own time.
        timer.as_mut().reset(deadline);
        let _ = within(timer, pin!(quota.publish_exhausted(day))).await;
    }
    let error = Error::refused(api, start).with_retry_after(wait);
    match used_up {
        // Every further attempt would be rejected until then.
        Some(day) => FailedAttempt {
            error: error.exhausted_until(day.end()),
            failure: Failure::Final,
        },
        None => FailedAttempt {
            error,
            failure: Failure::Status(status),
        },
    }
}

/// A failure before the head of an answer.
fn unanswered(error: Error) -> FailedAttempt {
    let failure = match (error.sent(), error.kind()) {
        (_, ErrorKind::Request) => Failure::Final,
        (Sent::No, _) => Failure::Unsent,
        (_, ErrorKind::Timeout) => Failure::TimedOut,
        _ => Failure::Broken,
    };
    FailedAttempt { error, failure }
}

fn timed_out(status: Option<StatusCode>) -> Error {
    let timeout = |text: &str| Error::new(ErrorKind::Timeout, text.to_owned());
    match status {
        None => timeout("timed out before a response came").reached(Sent::Maybe),
        Some(status) => timeout("timed out before the response was complete").answered_with(status),
    }
}

/// What the transport tells beside these is of no use.
fn taken_apart(answer: http::Response<Body>) -> (StatusCode, HeaderMap, Body) {
    let (head, body) = answer.into_parts();
    (head.status, head.headers, body)
}

/// What a future gives before the timer ends. It stays where it is pinned: a
/// copy would make every call's future larger.
async fn within<F: Future>(
    mut timer: Pin<&mut Sleep>,
    mut future: Pin<&mut F>,
) -> Option<F::Output> {
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
    .await
}
