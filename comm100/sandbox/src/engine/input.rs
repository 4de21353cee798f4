//! A request's parameters, checked against those of the endpoint. Unknown, repeated, missing and malformed ones are
//! errors and never ignored, so that a mistake in a declaration shows.

use jiff::{civil, tz::Offset};

use super::{
    error::ErrorResponse,
    parameter::{Argument, Location, Parameter},
};

/// The checked parameters of one request.
#[derive(Debug, Default)]
pub(crate) struct Input(Vec<(&'static str, Argument)>);

impl Input {
    /// Checks the parameters of one location.
    pub(crate) fn read<'a>(
        &mut self,
        parameters: &[Parameter],
        location: Location,
        pairs: impl IntoIterator<Item = (impl AsRef<str> + 'a, impl AsRef<str> + 'a)>,
    ) -> Result<(), ErrorResponse> {
        for (key, value) in pairs {
            let key = key.as_ref();
            let parameter = parameters
                .iter()
                .find(|parameter| parameter.location == location && parameter.name == key)
                .ok_or_else(|| ErrorResponse::unknown_parameter(key))?;
            // No endpoint has one name in two locations.
            if self.find(parameter.name).is_some() {
                return Err(ErrorResponse::repeated(key));
            }
            self.0
                .push((parameter.name, parameter.read(value.as_ref())?));
        }
        Ok(())
    }

    /// Rejects a request that lacks a required parameter, naming the first.
    pub(crate) fn check_complete(&self, parameters: &[Parameter]) -> Result<(), ErrorResponse> {
        match parameters
            .iter()
            .find(|parameter| parameter.required && self.find(parameter.name).is_none())
        {
            Some(missing) => Err(ErrorResponse::required(missing.name)),
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

    /// The text as a value of its own.
    pub(crate) fn owned(&self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    pub(crate) fn integer(&self, name: &str) -> Option<u64> {
        match self.find(name)? {
            Argument::Integer(integer) => Some(*integer),
            _ => None,
        }
    }

    /// The id of a filter whose default, 0, means any.
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

    /// The parameter `timezone`, `+00:00` by default.
    pub(crate) fn timezone(&self) -> Offset {
        match self.find("timezone") {
            Some(Argument::Offset(offset)) => *offset,
            _ => Offset::UTC,
        }
    }

    pub(crate) fn required_text(&self, name: &str) -> Result<&str, ErrorResponse> {
        self.text(name).ok_or_else(|| ErrorResponse::required(name))
    }

    pub(crate) fn required_integer(&self, name: &str) -> Result<u64, ErrorResponse> {
        self.integer(name)
            .ok_or_else(|| ErrorResponse::required(name))
    }

    pub(crate) fn required_number(&self, name: &str) -> Result<f64, ErrorResponse> {
        match self.find(name) {
            Some(Argument::Number(number)) => Ok(*number),
            _ => Err(ErrorResponse::required(name)),
        }
    }

    pub(crate) fn required_time(&self, name: &str) -> Result<civil::DateTime, ErrorResponse> {
        match self.find(name) {
            Some(Argument::DateTime(time)) => Ok(*time),
            _ => Err(ErrorResponse::required(name)),
        }
    }
}
