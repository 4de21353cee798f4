//! `multipart/form-data` (RFC 7578): written part by part, its files read while it is sent.

use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http::HeaderValue;
use tokio::fs::File;
use tokio::io::{AsyncRead as _, ReadBuf};

use super::part::{Part, Source};
use crate::error::Error;

/// The number of bytes of a file that are in memory at a time.
const CHUNK: usize = 128 * 1024;

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
        // Random, so that no content can contain it on purpose.
        let random = || RandomState::new().build_hasher().finish();
        Self {
            boundary: format!("comm100-{:016x}{:016x}", random(), random()),
            pieces: Vec::new(),
            opened: Mutex::default(),
        }
    }

    pub(crate) fn content_type(&self) -> HeaderValue {
        HeaderValue::try_from(format!("multipart/form-data; boundary={}", self.boundary))
            .unwrap_or_else(|_| HeaderValue::from_static("multipart/form-data"))
    }

    /// Adds a part that is a text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        let head = self.head(name, None, None);
        self.push(format!("{head}{text}\r\n"));
    }

    /// Adds a part.
    pub(crate) fn part(&mut self, name: &'static str, part: &Part) -> Result<(), Error> {
        let content_type = part.content_type.as_deref();
        let content_type = content_type.unwrap_or("application/octet-stream");
        if HeaderValue::from_str(content_type).is_err() {
            return Err(Error::parameter(
                name,
                "its content type contains a character that a header cannot; use visible ASCII",
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
    let mut file = File::open(path).await?;
    file.set_max_buf_size(CHUNK);
    let metadata = file.metadata().await?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    Ok((file, metadata.len()))
}

/// The path is a value, and is not shown.
fn unopened(name: &str, error: io::Error) -> Error {
    let why = match error.raw_os_error() {
        Some(_) => error.kind().to_string(),
        None => error.to_string(),
    };
    Error::parameter(name, format_args!("its file cannot be opened: {why}")).caused_by(error)
}

/// As browsers do: a name may contain anything except what would end it.
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The body of one attempt.
pub(crate) struct MultipartBody {
    segments: VecDeque<Segment>,
    /// Kept between two polls of a read.
    buffer: BytesMut,
}

enum Segment {
    Bytes(Bytes),
    File {
        file: File,
        /// The bytes left to send, from the length at opening, even if the file changes.
        left: u64,
    },
}

impl MultipartBody {
    pub(super) fn length(&self) -> u64 {
        let lengths = self.segments.iter().map(|segment| match segment {
            Segment::Bytes(bytes) => bytes.len() as u64,
            Segment::File { left, .. } => *left,
        });
        lengths.sum()
    }

    pub(super) fn poll_part(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Bytes>>> {
        loop {
            match self.segments.front_mut() {
                None => return Poll::Ready(None),
                Some(Segment::Bytes(bytes)) => {
                    let bytes = std::mem::take(bytes);
                    self.segments.pop_front();
                    if !bytes.is_empty() {
                        return Poll::Ready(Some(Ok(bytes)));
                    }
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
                        return Poll::Ready(Some(Err(error)));
                    }
                    if length == 0 {
                        return Poll::Ready(Some(Err(io::Error::new(
                            io::ErrorKind::UnexpectedEof,
                            "a file of the form became shorter while it was sent",
                        ))));
                    }
                    *left -= length as u64;
                    return Poll::Ready(Some(Ok(self.buffer.split_to(length).freeze())));
                }
            }
        }
    }

    pub(super) async fn into_bytes(mut self: Box<Self>) -> io::Result<Bytes> {
        let mut whole = BytesMut::new();
        while let Some(part) = std::future::poll_fn(|context| self.poll_part(context)).await {
            whole.extend_from_slice(&part?);
        }
        Ok(whole.freeze())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn block_on<F: Future>(future: F) -> F::Output {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.build().expect("a runtime");
        runtime.block_on(future)
    }

    /// A file that is removed at the end.
    struct TestFile(PathBuf);

    impl TestFile {
        fn new(name: &str, content: &[u8]) -> Self {
            let name = format!("comm100-multipart-{}-{name}", std::process::id());
            let path = std::env::temp_dir().join(name);
            std::fs::write(&path, content).expect("a file");
            Self(path)
        }
    }

    impl Drop for TestFile {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    /// The body with a boundary that is known.
    fn sent(form: &Multipart) -> io::Result<String> {
        block_on(async {
            form.open().await.expect("open files");
            let body = form.take_opened().expect("an opened body");
            let length = body.length();
            let bytes = body.into_bytes().await?;
            assert_eq!(bytes.len() as u64, length);
            let text = String::from_utf8(bytes.to_vec()).expect("a text");
            Ok(text.replace(&form.boundary, "BOUNDARY"))
        })
    }

    #[test]
    fn parts_are_written_in_their_order_with_their_heads() {
        let file = TestFile::new("a.txt", b"from a file");
        let mut form = Multipart::new();
        form.text("chat", "42");
        let part = Part::bytes("text")
            .content_type("text/plain")
            .file_name("a \"b\"\r\n.txt");
        form.part("note", &part).expect("a part");
        form.part("file", &Part::file(&file.0).file_name("c.txt"))
            .expect("a part");
        let expected = "--BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"chat\"\r\n\r\n42\r\n\
            --BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"note\"; filename=\"a %22b%22%0D%0A.txt\"\r\n\
            Content-Type: text/plain\r\n\r\ntext\r\n\
            --BOUNDARY\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"c.txt\"\r\n\
            Content-Type: application/octet-stream\r\n\r\nfrom a file\r\n\
            --BOUNDARY--\r\n";
        // Each attempt has its own body.
        assert_eq!(sent(&form).expect("a body"), expected);
        assert_eq!(sent(&form.clone()).expect("a body"), expected);
        assert_eq!(
            form.to_bytes().expect_err("a file").kind(),
            ErrorKind::Request
        );
        assert_eq!(sent(&Multipart::new()).expect("a body"), "--BOUNDARY--\r\n");
    }

    #[test]
    fn a_file_is_read_as_it_is_when_the_attempt_starts() {
        let file = TestFile::new("b.bin", b"first");
        let mut form = Multipart::new();
        form.part("file", &Part::file(&file.0)).expect("a part");
        assert!(sent(&form).expect("a body").contains("\r\n\r\nfirst\r\n"));
        std::fs::write(&file.0, "second, longer").expect("a file");
        assert!(
            sent(&form)
                .expect("a body")
                .contains("\r\n\r\nsecond, longer\r\n")
        );
        // It is longer than a chunk.
        std::fs::write(&file.0, vec![b'x'; 3 * CHUNK + 7]).expect("a file");
        assert!(
            sent(&form)
                .expect("a body")
                .contains(&"x".repeat(3 * CHUNK + 7))
        );
        block_on(async {
            form.open().await.expect("open files");
            let body = form.take_opened().expect("an opened body");
            std::fs::write(&file.0, "short").expect("a file");
            let error = body.into_bytes().await.expect_err("a shorter file");
            assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
        });
    }

    #[test]
    fn what_cannot_be_sent_is_an_error_that_names_the_part_and_no_value() {
        for path in [
            std::env::temp_dir().join("comm100-no-such-secret"),
            std::env::temp_dir(),
        ] {
            let mut form = Multipart::new();
            form.part("attachment", &Part::file(path)).expect("a part");
            let error = block_on(form.open()).expect_err("not a file");
            let text = error.to_string();
            assert_eq!(error.kind(), ErrorKind::Request);
            assert!(
                text.contains("`attachment`") && !text.contains("secret"),
                "{text}"
            );
        }
        let part = Part::bytes("").content_type("text/plain\r\nX-Other: secret");
        let error = Multipart::new()
            .part("note", &part)
            .expect_err("a line break");
        let text = error.to_string();
        assert!(
            text.contains("`note`") && !text.contains("secret"),
            "{text}"
        );
    }
}
