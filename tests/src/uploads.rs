//! Endpoints with bodies of parts, whose number is the test's choice.

use comm100::__private::{Decoder, Encoder, Endpoint, EndpointInfo, PartValue as _, Verb};
use comm100::Part;

/// `PUT livechat/uploads`: may be repeated.
pub struct Upload(pub Vec<(&'static str, Part)>);

/// `POST livechat/uploads`: may not.
pub struct UploadOnce(pub Vec<(&'static str, Part)>);

impl Endpoint for Upload {
    type Response = ();

    const ENDPOINT: EndpointInfo = EndpointInfo::new("upload", Verb::Put, "livechat/uploads");

    fn encode(&self, request: &mut Encoder) {
        encode(&self.0, request);
    }

    fn decoder() -> Decoder<()> {
        Decoder::empty()
    }
}

impl Endpoint for UploadOnce {
    type Response = ();

    const ENDPOINT: EndpointInfo = EndpointInfo::new("upload_once", Verb::Post, "livechat/uploads");

    fn encode(&self, request: &mut Encoder) {
        encode(&self.0, request);
    }

    fn decoder() -> Decoder<()> {
        Decoder::empty()
    }
}

fn encode(parts: &[(&'static str, Part)], request: &mut Encoder) {
    request.literal("livechat/uploads");
    request.empty_multipart();
    42_u64.part("chat", request);
    for (name, part) in parts {
        part.part(name, request);
    }
}
