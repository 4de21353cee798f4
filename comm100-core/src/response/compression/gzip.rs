//! Decodes gzip in slices, so that neither a large body nor a hostile one blocks the runtime.

use std::io::{self, BufRead, Read};

use bytes::Bytes;
use flate2::bufread::{GzDecoder, MultiGzDecoder};

/// The bytes that are read or written before other tasks and the deadline get their turn.
const SLICE: usize = 64 * 1024;
/// The bytes that may be read per decoded byte, beyond an allowance. Members without content cost time
/// and never reach the cap of what is decoded.
const MOST_OVERHEAD: usize = 16;
const OVERHEAD_ALLOWANCE: usize = 1024 * 1024;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    TooLarge,
    Corrupt,
}

/// Decodes a body of at most `cap` decoded bytes.
pub(crate) async fn gunzip(body: &[u8], cap: usize) -> Result<Bytes, Broken> {
    if body.is_empty() {
        return Ok(Bytes::new());
    }
    let mut decoded = Vec::with_capacity(body.len().saturating_mul(4).min(cap));
    let mut source = Slice::new(body);
    loop {
        let mut member = GzDecoder::new(source);
        while !decode_slice(&mut member, &mut decoded, cap)? {
            let read = body.len() - member.get_ref().rest.len();
            if read > OVERHEAD_ALLOWANCE + decoded.len().saturating_mul(MOST_OVERHEAD) {
                return Err(Broken::Corrupt);
            }
            tokio::task::yield_now().await;
            member.get_mut().allowance = SLICE;
        }
        source = member.into_inner();
        // Some writers pad with zeros or end with a newline.
        if source
            .rest
            .iter()
            .all(|byte| matches!(byte, 0 | b'\r' | b'\n'))
        {
            return Ok(decoded.into());
        }
    }
}

/// Decodes a slice. Returns true at the end of the member.
fn decode_slice(
    member: &mut GzDecoder<Slice<'_>>,
    decoded: &mut Vec<u8>,
    cap: usize,
) -> Result<bool, Broken> {
    let most = SLICE.min(cap.saturating_sub(decoded.len()).saturating_add(1));
    match member.take(most as u64).read_to_end(decoded) {
        Ok(_) if decoded.len() > cap => Err(Broken::TooLarge),
        Ok(length) => Ok(length < most),
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
        Err(_) => Err(Broken::Corrupt),
    }
}

/// A source that interrupts its reader after each slice.
struct Slice<'a> {
    rest: &'a [u8],
    allowance: usize,
}

impl<'a> Slice<'a> {
    fn new(rest: &'a [u8]) -> Self {
        Self {
            rest,
            allowance: SLICE,
        }
    }
}

impl Read for Slice<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut available = self.fill_buf()?;
        let length = available.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Slice<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.allowance == 0 && !self.rest.is_empty() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(&self.rest[..self.rest.len().min(self.allowance)])
    }

    fn consume(&mut self, length: usize) {
        self.rest = &self.rest[length..];
        self.allowance -= length;
    }
}

/// Decodes what can be decoded of a short body, at most `cap` bytes. A body of which nothing can be decoded is
/// returned as it is: a proxy that writes its own page may leave the header of the one that it replaces.
pub(crate) fn gunzip_start(body: Bytes, cap: usize) -> Bytes {
    let mut decoded = Vec::new();
    // A broken or incomplete body yields what came before.
    let outcome = MultiGzDecoder::new(&body[..])
        .take(cap as u64)
        .read_to_end(&mut decoded);
    match outcome {
        Err(_) if decoded.is_empty() => body,
        _ => decoded.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::task::{Context, Poll, Waker};

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(body: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body).expect("a vector takes all");
        encoder.finish().expect("a vector takes all")
    }

    /// Decodes, and counts the polls.
    fn decode(body: &[u8], cap: usize) -> (Result<Bytes, Broken>, usize) {
        let mut decoding = Box::pin(gunzip(body, cap));
        let mut context = Context::from_waker(Waker::noop());
        for polls in 1.. {
            if let Poll::Ready(outcome) = decoding.as_mut().poll(&mut context) {
                return (outcome, polls);
            }
        }
        unreachable!("it ends");
    }

    #[test]
    fn slices_make_the_whole() {
        let large: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        let (outcome, polls) = decode(&gzip(&large), usize::MAX);
        assert!(outcome.expect("a body") == large);
        assert!(polls > 10, "{polls}");
        let (outcome, polls) = decode(&gzip(&vec![b' '; 1_000_000]), 100_000);
        assert_eq!(outcome, Err(Broken::TooLarge));
        assert!(polls < 5, "{polls}");
        for (cap, expected) in [(3, Ok(Bytes::from("one"))), (2, Err(Broken::TooLarge))] {
            assert_eq!(decode(&gzip(b"one"), cap).0, expected, "{cap}");
        }
    }

    #[test]
    fn members_without_content_end_early() {
        let body = [gzip(b"one"), gzip(b"").repeat(100_000)].concat();
        let (outcome, polls) = decode(&body, 32 << 20);
        assert_eq!(outcome, Err(Broken::Corrupt));
        assert!(polls < 30, "{polls}");
    }

    #[test]
    fn some_members_without_content_are_accepted() {
        let (outcome, polls) = decode(&gzip(b"").repeat(20_000), 100);
        assert_eq!(outcome, Ok(Bytes::new()));
        assert!(polls > 5, "{polls}");
    }

    #[test]
    fn members_and_padding() {
        let (one, two) = (gzip(b"one"), gzip(b"two"));
        let good: [(&[&[u8]], &[u8]); 6] = [
            (&[], b""),
            (&[&one], b"one"),
            (&[&one, &two], b"onetwo"),
            (&[&one, b"\n"], b"one"),
            (&[&one, &[0; 512]], b"one"),
            (&[&gzip(b""), &one, b"\r\n\0"], b"one"),
        ];
        for (parts, expected) in good {
            let (outcome, _) = decode(&parts.concat(), 100);
            assert_eq!(outcome.as_deref(), Ok(expected), "{parts:?}");
        }
        for broken in [
            &[&one[..], b"garbage"][..],
            &[&one[..9]],
            &[b"\n"],
            &[&one, &two[..15]],
        ] {
            assert_eq!(
                decode(&broken.concat(), 100).0,
                Err(Broken::Corrupt),
                "{broken:?}"
            );
        }
    }
}
