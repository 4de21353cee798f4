//! A header whose value is a secret.

use bytes::Bytes;
use http::HeaderValue;
use secrecy::zeroize::Zeroizing;

/// Makes a header that is marked sensitive. It shares the text's buffer, which is zeroized when the
/// header's last clone is dropped.
pub(super) fn secret_header(value: Zeroizing<String>) -> Option<HeaderValue> {
    let value = Bytes::from_owner(ZeroizedText(value));
    let mut header = HeaderValue::from_maybe_shared(value).ok()?;
    header.set_sensitive(true);
    Some(header)
}

struct ZeroizedText(Zeroizing<String>);

impl AsRef<[u8]> for ZeroizedText {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
