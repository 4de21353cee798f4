//! A part of a `multipart/form-data` body that is more than a text.

use std::fmt;
use std::path::PathBuf;

use bytes::Bytes;

/// A part of a `multipart/form-data` body: bytes, or a file that is opened for each attempt and
/// never read into memory as a whole.
///
/// ```
/// use comm100::{api, Client, Part, Result};
///
/// #[api(path = "livechat/attachments")]
/// trait Attachments {
///     #[post]
///     async fn upload(&self, #[part] chat: u64, #[part] file: &Part) -> Result<()>;
/// }
///
/// # async fn demo(client: &Client) -> Result<()> {
/// let report = Part::file("reports/2026-10.pdf").content_type("application/pdf");
/// client.upload(42, &report).await?;
///
/// let note = Part::bytes("Call back tomorrow").file_name("note.txt").content_type("text/plain");
/// client.upload(42, &note).await
/// # }
/// ```
///
/// A file that cannot be opened is a [`Request`](crate::ErrorKind::Request) error, before anything
/// is sent.
#[derive(Clone)]
pub struct Part {
    pub(super) source: Source,
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
}

#[derive(Clone)]
pub(super) enum Source {
    Bytes(Bytes),
    File(PathBuf),
}

impl Part {
    /// Creates a part of bytes. It has no file name unless one is set.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self::new(Source::Bytes(bytes.into()))
    }

    /// Creates a part that is the content of a file. Its file name defaults to the path's last
    /// segment.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name();
        let file_name = name.map(|name| name.to_string_lossy().into_owned());
        Self {
            file_name,
            ..Self::new(Source::File(path))
        }
    }

    fn new(source: Source) -> Self {
        Self {
            source,
            file_name: None,
            content_type: None,
        }
    }

    /// Sets the file name that the service sees.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Sets the content type. Defaults to `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

impl fmt::Debug for Part {
    /// Shows neither content nor names.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.source {
            Source::Bytes(_) => "Part(bytes)",
            Source::File(_) => "Part(file)",
        })
    }
}
