//! Short constructors for the members of JSON bodies.

use crate::engine::parameter::{Format, Parameter};

pub(super) const fn any(name: &'static str) -> Parameter {
    Parameter::body(name, Format::Any)
}

pub(super) const fn boolean(name: &'static str) -> Parameter {
    Parameter::body(name, Format::Boolean)
}

pub(super) const fn integer(name: &'static str) -> Parameter {
    Parameter::body(name, Format::Integer)
}

pub(super) const fn integers(name: &'static str) -> Parameter {
    Parameter::body(name, Format::Integers)
}

pub(super) const fn object(name: &'static str, members: &'static [Parameter]) -> Parameter {
    Parameter::body(name, Format::Object(members))
}

pub(super) const fn objects(name: &'static str, members: &'static [Parameter]) -> Parameter {
    Parameter::body(name, Format::Objects(members))
}

pub(super) const fn one_of(name: &'static str, choices: &'static [&'static str]) -> Parameter {
    Parameter::body(name, Format::OneOf(choices))
}

pub(super) const fn text(name: &'static str) -> Parameter {
    Parameter::body(name, Format::Text)
}

pub(super) const fn texts(name: &'static str) -> Parameter {
    Parameter::body(name, Format::Texts)
}
