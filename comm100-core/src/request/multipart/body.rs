//! The body of one attempt: bytes, and files read while it is sent.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use tokio::fs::File;
use tokio::io::{AsyncRead as _, ReadBuf};

use crate::error::UnreadFile;

/// The most bytes that a connection gets at a time. It writes what it has taken even if the call is dropped
/// meanwhile, and no more of a file is in memory.
pub(crate) const CHUNK: usize = 128 * 1024;

/// The body of one attempt.
pub(crate) struct MultipartBody {
    pub(super) segments: VecDeque<Segment>,
    /// Kept between two polls of a read.
    pub(super) buffer: BytesMut,
}

pub(super) enum Segment {
    Bytes(Bytes),
    File {
        file: File,
        /// The bytes left to send, from the length at opening, even if the file changes.
        left: u64,
    },
}

impl MultipartBody {
    pub(in crate::request) fn length(&self) -> u64 {
        let lengths = self.segments.iter().map(|segment| match segment {
            Segment::Bytes(bytes) => bytes.len() as u64,
            Segment::File { left, .. } => *left,
        });
        lengths.sum()
    }

    pub(in crate::request) fn poll_part(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Bytes>>> {
        loop {
            match self.segments.front_mut() {
                None => return Poll::Ready(None),
                Some(Segment::Bytes(bytes)) if bytes.is_empty() => {
                    self.segments.pop_front();
                }
                Some(Segment::Bytes(bytes)) => {
                    let length = bytes.len().min(CHUNK);
                    return Poll::Ready(Some(Ok(bytes.split_to(length))));
                }
                Some(Segment::File { left: 0, .. }) => {
                    self.segments.pop_front();
                }
                Some(Segment::File { file, left }) => {
                    let chunk = usize::try_from(*left).unwrap_or(usize::MAX).min(CHUNK);
                    self.buffer.resize(chunk, 0);
                    let mut buffer = ReadBuf::new(&mut self.buffer);
                    let read = ready!(Pin::new(file).poll_read(context, &mut buffer));
                    let length = buffer.filled().len();
                    if let Err(error) = read {
                        return Poll::Ready(Some(Err(UnreadFile::mark(error))));
                    }
                    if length == 0 {
                        return Poll::Ready(Some(Err(UnreadFile::mark(io::Error::new(
                            io::ErrorKind::UnexpectedEof,
                            "it became shorter while it was sent",
                        )))));
                    }
                    *left -= length as u64;
                    return Poll::Ready(Some(Ok(self.buffer.split_to(length).freeze())));
                }
            }
        }
    }

    pub(in crate::request) async fn into_bytes(mut self: Box<Self>) -> io::Result<Bytes> {
        let mut whole = BytesMut::new();
        while let Some(part) = std::future::poll_fn(|context| self.poll_part(context)).await {
            whole.extend_from_slice(&part?);
        }
        Ok(whole.freeze())
    }
}
