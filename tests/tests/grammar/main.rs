//! The bytes that a declaration sends, as a server receives them, and what it returns. The target `grammar_over_hyper` has
//! the same tests over the other transport.

mod bodies;
mod calls;
mod cases;
mod constants;
mod fields;
mod optional;
mod targets;
mod tickets;

use comm100::{Client, ClientBuilder};
use comm100_tests::recorder::Recorder;

fn builder(recorder: &Recorder) -> ClientBuilder {
    recorder.builder()
}

fn client(recorder: &Recorder) -> Client {
    builder(recorder).build().expect("a client")
}
