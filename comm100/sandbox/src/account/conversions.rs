//! Conversions, and marking one as achieved.

use super::{
    account::Account,
    crud::{Author, Entity},
    entity::{settings::Conversion, visitor::Converted},
    record::{Record, merge},
    rejection::{Rejection, check_not_blank},
};

/// The values of a conversion that a request sets.
#[derive(Debug, Default)]
pub(crate) struct ConversionChanges {
    pub(crate) name: Option<String>,
    pub(crate) is_enable: Option<bool>,
    pub(crate) record: Record,
}

impl Entity for Conversion {
    const NAME: &'static str = "conversion";
    type Key = u64;
    type Changes = ConversionChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.conversions.iter()
    }

    fn create(
        account: &mut Account,
        changes: ConversionChanges,
        _: Author,
    ) -> Result<u64, Rejection> {
        let name = changes.name.ok_or(Rejection::Required("name"))?;
        let id = account.new_id();
        account.conversions.push(Conversion {
            id,
            name,
            is_enable: changes.is_enable.unwrap_or_default(),
            record: changes.record,
        });
        Ok(id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: ConversionChanges,
        _: Author,
    ) -> Result<(), Rejection> {
        check_not_blank("name", changes.name.as_deref())?;
        let conversion = account.conversions.iter_mut().find(|known| known.id == *id);
        let conversion = conversion.ok_or_else(|| Self::not_found(id))?;
        if let Some(name) = changes.name {
            conversion.name = name;
        }
        conversion.is_enable = changes.is_enable.unwrap_or(conversion.is_enable);
        merge(&mut conversion.record, &changes.record);
        Ok(())
    }

    fn remove(account: &mut Account, id: &u64) {
        account.conversions.retain(|known| known.id != *id);
    }
}

/// The reason why a conversion is not marked.
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
