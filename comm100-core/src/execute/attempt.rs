//! One attempt: a request goes out, an answer comes back whole, in time.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use bytes::BytesMut;
use http::{HeaderMap, StatusCode};
use tokio::time::{Instant, Sleep, sleep_until};

use super::{outgoing, response};
use crate::body::Body;
use crate::client::Client;
use crate::decode::Raw;
use crate::draft::Plan;
use crate::error::{ApiError, Error, ErrorKind, Sent};
use crate::quota::{Day, Ticket};
use crate::retry::{Failure, retry_after};

/// What is kept of an error's body; the rest is not read.
const ERROR_BODY_CAP: usize = 64 * 1024;
/// How long an error's body may take. Its status is there already.
const ERROR_BODY_TIME: Duration = Duration::from_secs(5);

/// A failed attempt, and what the next one depends on.
pub(super) struct Failed {
    pub(super) error: Error,
    pub(super) failure: Failure,
}

pub(super) async fn attempt(
    client: &Client,
    plan: &Plan,
    now: Instant,
    deadline: Instant,
    ticket: Ticket,
) -> Result<Raw, Failed> {
    let settings = &client.inner.settings;
    let until = deadline.min(now + settings.attempt_timeout);
    // One timer for the head and the body of the answer.
    let mut timer = pin!(sleep_until(until));
    let send = client.inner.wire.send(outgoing(client, plan));
    let answer = match within(timer.as_mut(), send).await {
        Some(Ok(answer)) => answer,
        Some(Err(error)) => return Err(unanswered(Error::transport(error))),
        None => return Err(unanswered(timed_out(None))),
    };
    let (head, body) = answer.into_parts();
    let (status, headers) = (head.status, head.headers);
    client.inner.quota.learn(&headers, ticket);
    if status.is_success() {
        let read = response::read_whole(settings.max_response_bytes, status, &headers, body);
        return match within(timer.as_mut(), read).await {
            Some(Ok(body)) => Ok(Raw {
                status,
                headers,
                body,
                attempts: 0,
                path: plan.encoded.target[..plan.encoded.path_length].to_owned(),
                seen: None,
            }),
            Some(Err(failed)) => Err(failed),
            None => Err(Failed {
                error: timed_out(Some(status)),
                failure: Failure::TimedOut,
            }),
        };
    }
    if status.is_redirection() {
        return Err(Failed {
            error: response::redirect(status, &headers),
            failure: Failure::Final,
        });
    }
    Err(refused(client, status, &headers, body, timer).await)
}

/// An answer that is an error: its body as far as it comes, its meaning.
async fn refused(
    client: &Client,
    status: StatusCode,
    headers: &HeaderMap,
    mut body: Body,
    mut timer: Pin<&mut Sleep>,
) -> Failed {
    let until = timer.deadline().min(Instant::now() + ERROR_BODY_TIME);
    timer.as_mut().reset(until);
    let mut start = BytesMut::new();
    // A body that is late or breaks off leaves what came of it: the status counts.
    let _ = within(timer.as_mut(), body.read_start(ERROR_BODY_CAP, &mut start)).await;
    let start = response::decoded_start(headers, start.freeze(), ERROR_BODY_CAP);
    let api = ApiError::decode(status, &start);
    let quota = &client.inner.quota;
    let used_up = quota.judge(&api, headers);
    if let Some(day) = used_up {
        let _ = within(timer, quota.spread(day)).await;
    }
    let mut error = Error::refused(api, start);
    let inner = error.inner_mut();
    inner.retry_after = retry_after(headers, quota.time().clock().now());
    inner.resets_at = used_up.map(Day::end);
    inner.quota_exhausted = used_up.is_some();
    Failed {
        error,
        failure: match used_up {
            // Every further attempt would be refused until then.
            Some(_) => Failure::Final,
            None => Failure::Status(status),
        },
    }
}

/// A failure before the head of an answer.
fn unanswered(error: Error) -> Failed {
    let failure = match (error.sent(), error.kind()) {
        (_, ErrorKind::Request) => Failure::Final,
        (Sent::No, _) => Failure::Unsent,
        (_, ErrorKind::Timeout) => Failure::TimedOut,
        _ => Failure::Broken,
    };
    Failed { error, failure }
}

fn timed_out(status: Option<StatusCode>) -> Error {
    let (text, sent) = match status {
        None => (
            "the limit of time passed before an answer came; whether the service acted is not known",
            Sent::Maybe,
        ),
        Some(_) => (
            "the limit of time passed before the answer was whole; the service did act",
            Sent::Yes,
        ),
    };
    let mut error = Error::new(ErrorKind::Timeout, text.into());
    let inner = error.inner_mut();
    inner.status = status;
    inner.sent = sent;
    error
}

/// What a future gives before the timer ends.
async fn within<F: Future>(mut timer: Pin<&mut Sleep>, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
    .await
}
