//! Marking a conversion as achieved.

use super::{account::Account, entity::visitor::Converted};

/// Why a conversion is not marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    UnknownConversion,
    UnknownVisitor,
    Disabled,
}

/// Marks the conversion of this name as achieved by a visitor. It is credited to the visitor's last chat.
pub(crate) fn mark(
    account: &mut Account,
    name: &str,
    visitor: &str,
    value: f64,
    now: i64,
) -> Result<(), Failure> {
    let conversion = account
        .conversions
        .iter()
        .find(|conversion| conversion.name == name)
        .ok_or(Failure::UnknownConversion)?;
    let visitor = account
        .visitors
        .iter()
        .position(|known| known.id == visitor)
        .ok_or(Failure::UnknownVisitor)?;
    if !conversion.is_enable {
        return Err(Failure::Disabled);
    }
    let last_chat = account
        .chats
        .iter()
        .rev()
        .find(|chat| chat.is_chat() && chat.visitor == visitor);
    let converted = Converted {
        time: now,
        conversion: conversion.id,
        visitor,
        agent: last_chat.and_then(|chat| chat.agents.last().copied()),
        department: last_chat.and_then(|chat| chat.department),
        value,
    };
    // The list is ordered by time, and a clock may be set back.
    let position = account.converted.partition_point(|known| known.time <= now);
    account.converted.insert(position, converted);
    Ok(())
}
