//! The grammar as data: HTTP verbs, the places of parameters, and the keys of every attribute.
//!
//! Each verb, place and key is described here once. The other stages ask these tables, so a new
//! place is one row in [`place`].

mod attribute;
mod header;
mod key;
mod literal;
mod place;
mod verb;

pub(crate) use attribute::{Attribute, Target, home_of_key};
pub(crate) use header::header_mistake;
pub(crate) use key::{KeySpec, Shape};
pub(crate) use place::{BodyKind, PATH, PlaceKind, Runtime, WireName};
pub(crate) use verb::Verb;
