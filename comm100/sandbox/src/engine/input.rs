//! A request's parameters, checked against what the endpoint takes: what is unknown, repeated,
//! missing or malformed is refused, never ignored, so that a mistake in a declaration shows.

use jiff::{civil, tz::Offset};

use crate::engine::{
    error::Refusal,
    parameter::{Argument, Parameter, Place},
};

/// The checked parameters of one request.
#[derive(Debug, Default)]
pub(crate) struct Arguments(Vec<(&'static str, Argument)>);

impl Arguments {
    /// Checks what a request has in one place: all keys known, none twice, all formats right.
    pub(crate) fn take<'a>(
        &mut self,
        parameters: &[Parameter],
        place: Place,
        given: impl IntoIterator<Item = (impl AsRef<str> + 'a, impl AsRef<str> + 'a)>,
    ) -> Result<(), Refusal> {
        for (key, value) in given {
            let key = key.as_ref();
            let parameter = parameters
                .iter()
                .find(|parameter| parameter.place == place && parameter.name == key)
                .ok_or_else(|| Refusal::unknown_parameter(key))?;
            // A path, a query and a form may have the same name: the place tells them apart, and
            // no endpoint has one name in two places.
            if self.find(parameter.name).is_some() {
                return Err(Refusal::repeated(key));
            }
            self.0
                .push((parameter.name, parameter.read(value.as_ref())?));
        }
        Ok(())
    }

    /// Refuses a request that lacks a required parameter, naming the first.
    pub(crate) fn complete(&self, parameters: &[Parameter]) -> Result<(), Refusal> {
        match parameters
            .iter()
            .find(|parameter| parameter.required && self.find(parameter.name).is_none())
        {
            Some(missing) => Err(Refusal::required(missing.name)),
            None => Ok(()),
        }
    }

    fn find(&self, name: &str) -> Option<&Argument> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, argument)| argument)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.find(name)? {
            Argument::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn integer(&self, name: &str) -> Option<u64> {
        match self.find(name)? {
            Argument::Integer(integer) => Some(*integer),
            _ => None,
        }
    }

    /// An id of a filter whose default, 0, means any.
    pub(crate) fn filter(&self, name: &str) -> Option<u64> {
        self.integer(name).filter(|id| *id != 0)
    }

    pub(crate) fn boolean(&self, name: &str) -> Option<bool> {
        match self.find(name)? {
            Argument::Boolean(boolean) => Some(*boolean),
            _ => None,
        }
    }

    pub(crate) fn integers(&self, name: &str) -> Option<&[u64]> {
        match self.find(name)? {
            Argument::Integers(integers) => Some(integers),
            _ => None,
        }
    }

    pub(crate) fn date(&self, name: &str) -> Option<civil::Date> {
        match self.find(name)? {
            Argument::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The `timezone` parameter, `+00:00` by default.
    pub(crate) fn timezone(&self) -> Offset {
        match self.find("timezone") {
            Some(Argument::Offset(offset)) => *offset,
            _ => Offset::UTC,
        }
    }

    pub(crate) fn required_text(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name).ok_or_else(|| Refusal::required(name))
    }

    pub(crate) fn required_integer(&self, name: &str) -> Result<u64, Refusal> {
        self.integer(name).ok_or_else(|| Refusal::required(name))
    }

    pub(crate) fn required_number(&self, name: &str) -> Result<f64, Refusal> {
        match self.find(name) {
            Some(Argument::Number(number)) => Ok(*number),
            _ => Err(Refusal::required(name)),
        }
    }

    pub(crate) fn required_time(&self, name: &str) -> Result<civil::DateTime, Refusal> {
        match self.find(name) {
            Some(Argument::DateTime(time)) => Ok(*time),
            _ => Err(Refusal::required(name)),
        }
    }
}
