//! The same requests and responses over the lean transport.

use std::time::Duration;

use comm100::{Client, ClientBuilder, HyperTransport};
use comm100_tests::recorder::Recorder;

#[path = "../grammar/bodies.rs"]
mod bodies;
#[path = "../grammar/calls.rs"]
mod calls;
#[path = "../grammar/constants.rs"]
mod constants;
#[path = "../grammar/fields.rs"]
mod fields;
#[path = "../grammar/optional.rs"]
mod optional;
#[path = "../grammar/targets.rs"]
mod targets;
#[path = "../grammar/tickets.rs"]
mod tickets;

fn builder(recorder: &Recorder) -> ClientBuilder {
    let transport = HyperTransport::new(Duration::from_secs(10)).expect("a transport");
    recorder.builder().transport(transport)
}

fn client(recorder: &Recorder) -> Client {
    builder(recorder).build().expect("a client")
}
