//! A request's parameters, checked against those of the endpoint. Unknown, repeated, missing and malformed ones are
//! errors and never ignored, so that a mistake in a declaration shows.

use jiff::{civil, tz::Offset};

use super::{
    error::ErrorResponse,
    json,
    letter_case::spell_members,
    members::Members,
    parameter::{Argument, Format, Location, Parameter},
    version::Version,
};
use crate::account::record::Record;

/// The checked parameters of one request.
#[derive(Debug, Default)]
pub(crate) struct Input {
    arguments: Vec<(&'static str, Argument)>,
    /// The members of a JSON object body, as they were sent.
    fields: Record,
    /// The keys and values of conditions in the query.
    conditions: Vec<(String, String)>,
    /// Names are taken in any letter case.
    any_case: bool,
}

impl Input {
    pub(crate) fn new(version: Version) -> Self {
        Self {
            any_case: version.takes_any_case(),
            ..Self::default()
        }
    }

    /// Checks the parameters of one location.
    pub(crate) fn read<'a>(
        &mut self,
        parameters: &[Parameter],
        location: Location,
        pairs: impl IntoIterator<Item = (impl AsRef<str> + 'a, impl AsRef<str> + 'a)>,
    ) -> Result<(), ErrorResponse> {
        for (key, value) in pairs {
            let key = key.as_ref();
            if let Some(rest) = self.condition(parameters, location, key) {
                self.conditions
                    .push((rest.to_owned(), value.as_ref().to_owned()));
                continue;
            }
            let parameter = parameters
                .iter()
                .find(|known| known.location == location && self.is_named(known.name, key))
                .ok_or_else(|| ErrorResponse::unknown_parameter(key))?;
            // No endpoint has one name in two locations.
            if self.find(parameter.name).is_some() {
                return Err(ErrorResponse::repeated(key));
            }
            self.arguments
                .push((parameter.name, parameter.read(value.as_ref())?));
        }
        Ok(())
    }

    /// Checks a body that is a JSON object.
    pub(crate) fn read_object(
        &mut self,
        parameters: &[Parameter],
        body: &[u8],
    ) -> Result<(), ErrorResponse> {
        let Ok(Members(members)) = serde_json::from_slice(body) else {
            return Err(ErrorResponse::bad_request(
                "The body must be a JSON object.",
            ));
        };
        let fields = spell_members(parameters, members)?;
        for (key, value) in &fields {
            let parameter = parameters
                .iter()
                .find(|parameter| parameter.location == Location::Body && parameter.name == key)
                .ok_or_else(|| ErrorResponse::unknown_parameter(key))?;
            if let Some(argument) = json::read(parameter, value)? {
                self.arguments.push((parameter.name, argument));
            }
        }
        self.fields = fields;
        Ok(())
    }

    fn is_named(&self, name: &str, key: &str) -> bool {
        name == key || (self.any_case && name.eq_ignore_ascii_case(key))
    }

    /// Returns the rest of a key of conditions, such as `[0][field]`.
    fn condition<'a>(
        &self,
        parameters: &[Parameter],
        location: Location,
        key: &'a str,
    ) -> Option<&'a str> {
        let (name, rest) = key.split_at_checked(key.find('[')?)?;
        parameters
            .iter()
            .any(|known| {
                known.location == location
                    && known.format == Format::Conditions
                    && self.is_named(known.name, name)
            })
            .then_some(rest)
    }

    /// Returns the members of a JSON object body.
    pub(crate) fn fields(&self) -> &Record {
        &self.fields
    }

    /// Returns the conditions in the query: keys such as `[0][field]`, with their values.
    pub(crate) fn conditions(&self) -> &[(String, String)] {
        &self.conditions
    }

    /// Rejects a request that lacks a required parameter, naming the first.
    pub(crate) fn check_complete(&self, parameters: &[Parameter]) -> Result<(), ErrorResponse> {
        match parameters
            .iter()
            .find(|parameter| parameter.required && !self.has(parameter.name))
        {
            Some(missing) => Err(ErrorResponse::required(missing.name)),
            None => Ok(()),
        }
    }

    /// Returns true if the request has the parameter. Objects and lists of a JSON body are not arguments.
    fn has(&self, name: &str) -> bool {
        self.find(name).is_some() || self.fields.get(name).is_some_and(|value| !value.is_null())
    }

    fn find(&self, name: &str) -> Option<&Argument> {
        self.arguments
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

    /// Returns the text as a separate value.
    pub(crate) fn owned(&self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    pub(crate) fn integer(&self, name: &str) -> Option<u64> {
        match self.find(name)? {
            Argument::Integer(integer) => Some(*integer),
            _ => None,
        }
    }

    /// Returns the id of a filter whose default, 0, means any.
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

    /// Returns the parameter `timezone`, `+00:00` by default.
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

    pub(crate) fn time(&self, name: &str) -> Option<civil::DateTime> {
        match self.find(name)? {
            Argument::DateTime(time) => Some(*time),
            _ => None,
        }
    }

    pub(crate) fn required_time(&self, name: &str) -> Result<civil::DateTime, ErrorResponse> {
        self.time(name).ok_or_else(|| ErrorResponse::required(name))
    }
}
