//! A successful response before it is decoded.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use super::download::Download;

/// A 2xx response whose body was read completely, or is still to be read.
#[derive(Clone, Debug)]
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: ResponseBody,
}

impl RawResponse {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: ResponseBody) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }
}

/// The body of a response. One field for both, since every call's future holds it.
#[derive(Clone, Debug)]
pub(crate) enum ResponseBody {
    Whole(Bytes),
    Download(DownloadSlot),
}

impl ResponseBody {
    /// Returns the bytes that were read, none of a download.
    pub(crate) fn bytes(&self) -> &Bytes {
        static NOTHING: Bytes = Bytes::new();
        match self {
            Self::Whole(bytes) => bytes,
            Self::Download(_) => &NOTHING,
        }
    }
}

/// A download, for the one decoder that takes it.
#[derive(Clone)]
pub(crate) struct DownloadSlot(Arc<Mutex<Option<Download>>>);

impl DownloadSlot {
    pub(crate) fn new(download: Download) -> Self {
        Self(Arc::new(Mutex::new(Some(download))))
    }

    /// Limits the whole download, as a call's own timeout does.
    pub(crate) fn set_deadline(&self, deadline: Instant) {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(download) = &mut *slot {
            download.set_deadline(deadline);
        }
    }

    pub(super) fn take(&self) -> Option<Download> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl fmt::Debug for DownloadSlot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DownloadSlot")
    }
}
