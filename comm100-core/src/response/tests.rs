//! Bodies of responses, read up to a cap.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::Instant;

use super::body::{Body, ReadError};
use crate::error::TransportError;

/// A body that arrives in these parts, then ends or breaks off.
struct Parts {
    parts: Vec<&'static str>,
    breaks_off: bool,
}

impl Stream for Parts {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if !self.parts.is_empty() {
            let part = self.parts.remove(0);
            return Poll::Ready(Some(Ok(Bytes::from_static(part.as_bytes()))));
        }
        let broken = std::mem::take(&mut self.breaks_off);
        Poll::Ready(broken.then(|| Err(TransportError::maybe_sent("reset"))))
    }
}

fn streamed(parts: &[&'static str], breaks_off: bool) -> Body {
    Body::from_stream(Parts {
        parts: parts.to_vec(),
        breaks_off,
    })
}

/// The bodies here are all there, so one poll is enough.
fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the body is not ready"),
    }
}

fn read(mut body: Body, cap: usize) -> Result<Bytes, ReadError> {
    ready(body.read(cap))
}

#[test]
fn a_body_is_made_of_types_with_bytes() {
    for body in [
        Body::from("text"),
        Body::from("text".to_owned()),
        Body::from(b"text".to_vec()),
        Body::from(Bytes::from_static(b"text")),
    ] {
        assert_eq!(body.announced(), Some(4));
        assert_eq!(format!("{body:?}"), "Body { announced: Some(4), .. }");
        assert_eq!(read(body, 4).unwrap(), "text");
    }
    for body in [Body::from(()), Body::default()] {
        assert_eq!(body.announced(), None);
        assert_eq!(read(body, 0).unwrap(), "");
    }
}

#[test]
fn a_body_is_read_up_to_its_cap() {
    let cases: [&[&str]; 4] = [
        &["abcdef"],
        &["abc", "def"],
        &["ab", "cd", "ef"],
        &["", "ab", "", "cdef"],
    ];
    for parts in cases {
        assert_eq!(
            read(streamed(parts, false), 6).unwrap(),
            "abcdef",
            "{parts:?}"
        );
        let outcome = read(streamed(parts, false), 5);
        assert!(matches!(outcome, Err(ReadError::TooLarge)), "{parts:?}");
        let outcome = read(streamed(parts, true), 6);
        assert!(matches!(outcome, Err(ReadError::Transport(_))), "{parts:?}");
    }
    assert!(matches!(
        read(Body::from("abcdef"), 5),
        Err(ReadError::TooLarge)
    ));
    assert_eq!(streamed(&["a"], false).announced(), None);
}

#[test]
fn the_start_of_a_body_is_kept_though_it_breaks_off() {
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_time().build().expect("a runtime");
    let until = Instant::now() + Duration::from_secs(60);
    for (cap, expected) in [
        (0, ""),
        (3, "abc"),
        (5, "abcde"),
        (6, "abcdef"),
        (9, "abcdef"),
    ] {
        let mut body = streamed(&["abcd", "ef"], true);
        let start = runtime.block_on(body.read_start(cap, until));
        assert_eq!(start, expected);
    }
}

#[cfg(feature = "__hyper")]
#[test]
fn a_connection_receives_two_mebibytes_without_use() {
    let unread = super::unread::Unread::default();
    let most = 2 * 1024 * 1024;
    assert!(unread.add(most - 1).is_ok());
    assert!(unread.add(1).is_ok());
    assert!(unread.add(1).is_err());
    unread.clear();
    assert!(unread.add(most).is_ok());
}
