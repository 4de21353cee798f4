//! Buffers with secrets, zeroized when their last clone is dropped.

use bytes::Bytes;
use http::HeaderValue;
use secrecy::zeroize::Zeroizing;

/// Makes a header that is marked sensitive, of the text's own buffer.
pub(super) fn secret_header(value: Zeroizing<String>) -> Option<HeaderValue> {
    let mut header = HeaderValue::from_maybe_shared(secret_bytes(value)).ok()?;
    header.set_sensitive(true);
    Some(header)
}

/// Makes bytes of the text's own buffer.
pub(super) fn secret_bytes(text: Zeroizing<String>) -> Bytes {
    Bytes::from_owner(ZeroizedText(text))
}

struct ZeroizedText(Zeroizing<String>);

impl AsRef<[u8]> for ZeroizedText {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
