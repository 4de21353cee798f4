//! First stage: tokens become syntax. Only syntax is checked here.

mod arguments;
mod item;
mod tokens;

pub(crate) use arguments::{Argument, Arguments, Value};
pub(crate) use item::{Header, TraitSource, trait_source};
pub(crate) use tokens::{find_ident, mentions};
