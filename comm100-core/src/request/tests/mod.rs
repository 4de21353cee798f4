//! Parameters, and the request that the encoder makes of them.

mod bodies;
mod keys;
mod pages;
mod values;

use super::{EncodedBody, EncodedRequest, Encoder};

/// Returns the request that `write` encodes, below the path `/v/`, or the text of the error.
fn encode(write: impl FnOnce(&mut Encoder)) -> Result<EncodedRequest, String> {
    let mut encoder = Encoder::new("/v/");
    write(&mut encoder);
    encoder.finish(0).map_err(|error| error.to_string())
}

fn target(write: impl FnOnce(&mut Encoder)) -> String {
    encode(write).unwrap().target
}

fn rejection(write: impl FnOnce(&mut Encoder)) -> String {
    encode(write).unwrap_err()
}

/// The content type and the text of a body in memory.
fn body(write: impl FnOnce(&mut Encoder)) -> (Option<&'static str>, String) {
    let encoded = encode(write).unwrap();
    let EncodedBody::Bytes(bytes) = encoded.body else {
        panic!("the body is not in memory");
    };
    (
        encoded.content_type,
        String::from_utf8(bytes.to_vec()).unwrap(),
    )
}
