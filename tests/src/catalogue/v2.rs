//! The calls of version 2.
#![allow(
    clippy::wildcard_imports,
    reason = "the generated code may name any of it"
)]

use comm100::v2::*;
use jiff::{civil::date, tz};

use super::{Call, Catalogue, Documented, Prepared, Texts, call, info, response};

include!(concat!(env!("OUT_DIR"), "/v2.rs"));

pub(super) fn catalogue() -> Catalogue {
    Catalogue::parse(include_str!("../../catalogue/v2.toml")).expect("a catalogue")
}

pub(super) fn documented() -> Vec<Documented> {
    super::documented(catalogue(), calls())
}
