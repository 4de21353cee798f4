//! First stage: tokens become syntax. Only syntax is checked here.

mod arguments;
mod docs;
mod item;
mod tokens;

pub(crate) use arguments::{Argument, Arguments, Value};
pub(crate) use docs::doc_line;
pub(crate) use item::{Header, TraitSource, trait_source};
pub(crate) use tokens::{find_ident, mentions};
