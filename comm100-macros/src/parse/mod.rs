//! First stage: tokens become syntax. Nothing is judged here but its shape.

mod arguments;
mod item;

pub(crate) use arguments::{Argument, Arguments, Value};
pub(crate) use item::{Header, TraitSource, trait_source};
