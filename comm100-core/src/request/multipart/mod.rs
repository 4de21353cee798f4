//! `multipart/form-data` (RFC 7578): written part by part, its files read while it is sent.

mod body;

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use bytes::{Bytes, BytesMut};
use http::HeaderValue;
use tokio::fs::File;

use super::part::{Part, Source};
use crate::error::Error;
use crate::headers::ascii_header;
use crate::media_type::{BYTES, MULTIPART};
use crate::random;
use body::Segment;

pub(crate) use body::CHUNK;
pub(super) use body::MultipartBody;

/// A form with all its parts, from which a body is made for each attempt.
pub(crate) struct Multipart {
    boundary: String,
    pieces: Vec<Piece>,
    /// The body of the next attempt, its files open.
    opened: Mutex<Option<Box<MultipartBody>>>,
}

impl Clone for Multipart {
    fn clone(&self) -> Self {
        Self {
            boundary: self.boundary.clone(),
            pieces: self.pieces.clone(),
            opened: Mutex::default(),
        }
    }
}

impl fmt::Debug for Multipart {
    /// Shows neither content nor names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Multipart({} pieces)", self.pieces.len())
    }
}

/// A stretch of the body.
#[derive(Clone)]
enum Piece {
    Bytes(Bytes),
    /// The content of the file of the part with this name.
    File(&'static str, PathBuf),
}

impl Multipart {
    pub(crate) fn new() -> Self {
        Self {
            // Random, so that no content can contain it on purpose.
            boundary: format!("comm100-{:016x}{:016x}", random::bits(), random::bits()),
            pieces: Vec::new(),
            opened: Mutex::default(),
        }
    }

    pub(crate) fn content_type(&self) -> HeaderValue {
        HeaderValue::try_from(format!("{MULTIPART}; boundary={}", self.boundary))
            .unwrap_or_else(|_| HeaderValue::from_static(MULTIPART))
    }

    /// Adds a part that is a text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        let head = self.head(name, None, None);
        self.push(format!("{head}{text}\r\n"));
    }

    /// Adds a part.
    pub(crate) fn part(&mut self, name: &'static str, part: &Part) -> Result<(), Error> {
        let content_type = part.content_type.as_deref();
        let content_type = content_type.unwrap_or(BYTES);
        if ascii_header(content_type).is_none() {
            return Err(Error::parameter(
                name,
                "its content type contains a character that a header cannot have; use visible ASCII",
            ));
        }
        let head = self.head(name, part.file_name.as_deref(), Some(content_type));
        self.push(head);
        self.pieces.push(match &part.source {
            Source::Bytes(bytes) => Piece::Bytes(bytes.clone()),
            Source::File(path) => Piece::File(name, path.clone()),
        });
        self.push(String::from("\r\n"));
        Ok(())
    }

    fn push(&mut self, text: String) {
        self.pieces.push(Piece::Bytes(text.into()));
    }

    fn head(&self, name: &str, file_name: Option<&str>, content_type: Option<&str>) -> String {
        let mut head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{}\"",
            self.boundary,
            escaped(name)
        );
        if let Some(file_name) = file_name {
            head.push_str("; filename=\"");
            head.push_str(&escaped(file_name));
            head.push('"');
        }
        if let Some(content_type) = content_type {
            head.push_str("\r\nContent-Type: ");
            head.push_str(content_type);
        }
        head.push_str("\r\n\r\n");
        head
    }

    fn end(&self) -> Bytes {
        Bytes::from(format!("--{}--\r\n", self.boundary))
    }

    /// Opens the files for the next attempt, whose body then has a known length.
    pub(crate) async fn open(&self) -> Result<(), Error> {
        let mut segments = VecDeque::with_capacity(self.pieces.len() + 1);
        for piece in &self.pieces {
            segments.push_back(match piece {
                Piece::Bytes(bytes) => Segment::Bytes(bytes.clone()),
                Piece::File(name, path) => {
                    let opened = open(path).await;
                    let (file, left) = opened.map_err(|error| unopened(name, error))?;
                    Segment::File { file, left }
                }
            });
        }
        segments.push_back(Segment::Bytes(self.end()));
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Box::new(MultipartBody {
                segments,
                buffer: BytesMut::new(),
            }));
        Ok(())
    }

    /// Returns the body that was opened.
    pub(crate) fn take_opened(&self) -> Option<Box<MultipartBody>> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened.take()
    }

    /// Returns the whole body, if no part of it is a file.
    pub(crate) fn to_bytes(&self) -> Result<Bytes, Error> {
        let mut whole = BytesMut::new();
        for piece in &self.pieces {
            match piece {
                Piece::Bytes(bytes) => whole.extend_from_slice(bytes),
                Piece::File(name, _) => {
                    return Err(Error::parameter(
                        name,
                        "it is a file, which is read only while it is sent; use `Part::bytes` to see the request",
                    ));
                }
            }
        }
        whole.extend_from_slice(&self.end());
        Ok(whole.freeze())
    }
}

async fn open(path: &PathBuf) -> io::Result<(File, u64)> {
    // Checked before opening, since opening a named pipe blocks until its other end is open.
    if !tokio::fs::metadata(path).await?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    let mut file = File::open(path).await?;
    file.set_max_buf_size(CHUNK);
    let length = file.metadata().await?.len();
    Ok((file, length))
}

/// Creates the error of a file that cannot be opened. Its path is a value, and is not shown.
fn unopened(name: &str, error: io::Error) -> Error {
    let why = match error.raw_os_error() {
        Some(_) => error.kind().to_string(),
        None => error.to_string(),
    };
    Error::parameter(
        name,
        format_args!("its file cannot be opened: {why}; check its path"),
    )
    .caused_by(error)
}

/// Escapes a name as browsers do: it may contain anything except what would end it.
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests;
