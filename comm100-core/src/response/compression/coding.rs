//! Reads and writes the names of content codings.

use http::{HeaderMap, HeaderValue, header};

/// The codings that exist, beside `identity`. Servers also send names of character sets or of
/// nothing at all (`utf-8`, `none`), which change no byte.
const CODINGS: [&str; 13] = [
    "aes128gcm",
    "br",
    "bzip2",
    "compress",
    "dcb",
    "dcz",
    "deflate",
    "exi",
    "gzip",
    "pack200-gzip",
    "x-compress",
    "x-gzip",
    "zstd",
];

/// Returns the value of `Accept-Encoding`.
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
    /// Reads `Content-Encoding`. Returns the name of a coding that cannot be decoded as the error.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, &'static str> {
        let mut coding = None;
        for value in headers.get_all(header::CONTENT_ENCODING) {
            for token in value.as_bytes().split(|byte| *byte == b',') {
                let token = token.trim_ascii();
                let known = |name: &&&str| name.as_bytes().eq_ignore_ascii_case(token);
                let Some(name) = CODINGS.iter().find(known) else {
                    continue;
                };
                if coding.is_some() {
                    return Err("several codings");
                }
                coding = Some(*name);
            }
        }
        match coding {
            None => Ok(Self::Identity),
            #[cfg(feature = "gzip")]
            Some("gzip" | "x-gzip") => Ok(Self::Gzip),
            Some(name) => Err(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_no_coding_change_no_byte() {
        let coding = |values: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                let value = HeaderValue::from_str(value).expect("a header's value");
                headers.append(header::CONTENT_ENCODING, value);
            }
            Coding::of(&headers)
        };
        for identity in [
            &[][..],
            &[""],
            &["identity"],
            &["IDENTITY, identity"],
            &["utf-8"],
            &["none"],
            &["binary"],
            &[", ,"],
        ] {
            assert_eq!(coding(identity), Ok(Coding::Identity), "{identity:?}");
        }
        #[cfg(feature = "gzip")]
        for gzip in [
            &["gzip"][..],
            &["x-gzip"],
            &["identity, GZip "],
            &["identity", "gzip"],
        ] {
            assert_eq!(coding(gzip), Ok(Coding::Gzip), "{gzip:?}");
        }
        assert_eq!(coding(&["br"]), Err("br"));
        assert_eq!(coding(&["utf-8", "Zstd"]), Err("zstd"));
        assert_eq!(coding(&["gzip, gzip"]), Err("several codings"));
        assert_eq!(coding(&["br", "gzip"]), Err("several codings"));
    }
}
