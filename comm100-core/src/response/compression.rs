//! Content codings: which are asked for, and how they are undone within a cap.

use http::{HeaderMap, HeaderValue, header};

/// The value of `Accept-Encoding`.
pub(crate) fn accepted() -> HeaderValue {
    HeaderValue::from_static(if cfg!(feature = "gzip") {
        "gzip"
    } else {
        "identity"
    })
}

/// The coding of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Identity,
    #[cfg(feature = "gzip")]
    Gzip,
}

impl Coding {
    /// What the headers say; an error's text if it cannot be undone.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, String> {
        let Some(value) = headers.get(header::CONTENT_ENCODING) else {
            return Ok(Self::Identity);
        };
        match value.as_bytes() {
            value if value.is_empty() || value.eq_ignore_ascii_case(b"identity") => {
                Ok(Self::Identity)
            }
            #[cfg(feature = "gzip")]
            value
                if value.eq_ignore_ascii_case(b"gzip") || value.eq_ignore_ascii_case(b"x-gzip") =>
            {
                Ok(Self::Gzip)
            }
            _ => Err("the response has a content coding that was not asked for".to_owned()),
        }
    }
}

#[cfg(feature = "gzip")]
pub(crate) use gzip::{Broken, gunzip, gunzip_start};

#[cfg(feature = "gzip")]
mod gzip {
    use std::io::Read;

    use bytes::Bytes;
    use flate2::bufread::MultiGzDecoder;

    pub(crate) enum Broken {
        TooLarge,
        Corrupt,
    }

    /// The whole, if it is no longer than `cap` bytes: a bomb is stopped there.
    pub(crate) fn gunzip(body: &[u8], cap: usize) -> Result<Bytes, Broken> {
        if body.is_empty() {
            return Ok(Bytes::new());
        }
        let mut decoded = Vec::with_capacity(body.len().saturating_mul(4).min(cap));
        let limit = (cap as u64).saturating_add(1);
        match MultiGzDecoder::new(body)
            .take(limit)
            .read_to_end(&mut decoded)
        {
            Ok(length) if length > cap => Err(Broken::TooLarge),
            Ok(_) => Ok(decoded.into()),
            Err(_) => Err(Broken::Corrupt),
        }
    }

    /// What can be decoded of the first `cap` bytes.
    pub(crate) fn gunzip_start(body: &[u8], cap: usize) -> Bytes {
        let mut decoded = Vec::new();
        // A broken or cut body gives what came before.
        let outcome = MultiGzDecoder::new(body)
            .take(cap as u64)
            .read_to_end(&mut decoded);
        drop(outcome);
        decoded.into()
    }
}
