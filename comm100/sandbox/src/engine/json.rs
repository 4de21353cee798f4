//! Members of JSON bodies: checked against their formats, and the values of those that were never set.

use serde_json::{Map, Value};

use super::{
    error::ErrorResponse,
    parameter::{Argument, Format, Parameter},
};
use crate::account::record::Record;

/// Reads a member. `None` for null, which reads like an absent one, and for formats that handlers read themselves.
pub(super) fn read(
    parameter: &Parameter,
    value: &Value,
) -> Result<Option<Argument>, ErrorResponse> {
    let malformed = || ErrorResponse::malformed(parameter.name, &parameter.format.expected());
    match (parameter.format, value) {
        (_, Value::Null) | (Format::Any, _) => Ok(None),
        (Format::Integer, Value::Number(number)) => match number.as_u64() {
            Some(integer) => Ok(Some(Argument::Integer(integer))),
            None => Err(malformed()),
        },
        (Format::Number, Value::Number(number)) => Ok(number.as_f64().map(Argument::Number)),
        (Format::Boolean, Value::Bool(boolean)) => Ok(Some(Argument::Boolean(*boolean))),
        (Format::Integers, Value::Array(items)) => items
            .iter()
            .map(Value::as_u64)
            .collect::<Option<_>>()
            .map(|integers| Some(Argument::Integers(integers)))
            .ok_or_else(malformed),
        (Format::Texts, Value::Array(items)) if items.iter().all(Value::is_string) => Ok(None),
        (Format::Object(members), Value::Object(object)) => {
            check_members(members, object).map(|()| None)
        }
        (Format::Objects(members), Value::Array(items)) => {
            for item in items {
                check_members(members, item.as_object().ok_or_else(malformed)?)?;
            }
            Ok(None)
        }
        (
            Format::Integer
            | Format::Number
            | Format::Boolean
            | Format::Integers
            | Format::Texts
            | Format::Object(_)
            | Format::Objects(_)
            | Format::Conditions,
            _,
        ) => Err(malformed()),
        (_, Value::String(text)) => parameter.read(text).map(Some),
        _ => Err(malformed()),
    }
}

fn check_members(members: &[Parameter], object: &Map<String, Value>) -> Result<(), ErrorResponse> {
    for (key, value) in object {
        let member = members
            .iter()
            .find(|member| member.name == key)
            .ok_or_else(|| ErrorResponse::unknown_parameter(key))?;
        read(member, value)?;
    }
    Ok(())
}

/// Returns an object with all these members: those of the record, and defaults for the others.
pub(crate) fn complete(members: &[Parameter], record: &Record) -> Map<String, Value> {
    members
        .iter()
        .map(|member| {
            let value = match record.get(member.name) {
                Some(value) if !value.is_null() => value.clone(),
                _ => default(member.format),
            };
            (member.name.to_owned(), value)
        })
        .collect()
}

/// Returns the value of a member that was never set.
fn default(format: Format) -> Value {
    match format {
        Format::Text | Format::Email | Format::Uuid => Value::from(""),
        Format::Integer | Format::Page | Format::Number => Value::from(0),
        Format::Boolean => Value::from(false),
        Format::OneOf(choices) => choices
            .first()
            .map_or(Value::Null, |first| Value::from(*first)),
        Format::Integers | Format::Texts | Format::Objects(_) => Value::Array(Vec::new()),
        Format::Object(members) => Value::Object(complete(members, &Record::new())),
        Format::Date | Format::DateTime | Format::Offset | Format::Any | Format::Conditions => {
            Value::Null
        }
    }
}
