//! Conversions, and marking one as successful.

use serde_json::{Value, json};

use crate::{
    account::{
        access::{Edition, Permission},
        entity::visitor::Converted,
    },
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/conversions", list)
            .permission(Permission::ManageSettings)
            .edition(Edition::Enterprise),
        Route::post("livechat/mark_api_conversion_successful", mark)
            .required_form("conversion_name", Kind::Text)
            .required_form("visitorId", Kind::Uuid)
            .required_form("value", Kind::Number)
            .edition(Edition::Enterprise),
    ]
}

fn list(exchange: &mut Exchange<'_>) -> Value {
    exchange
        .state
        .conversions
        .iter()
        .map(|conversion| {
            json!({
                "id": conversion.id,
                "isEnable": conversion.is_enable,
                "name": conversion.name,
            })
        })
        .collect()
}

/// Fails with status 200, as documented: the error is in the body.
fn mark(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let name = exchange.arguments.required_text("conversion_name")?;
    let visitor = exchange.arguments.required_text("visitorId")?;
    let value = exchange.arguments.required_number("value")?;
    let state = &mut *exchange.state;
    let conversion = state
        .conversions
        .iter()
        .find(|conversion| conversion.name == name);
    let visitor = state.visitors.iter().position(|known| known.id == visitor);
    let (code, message) = match (conversion, visitor) {
        (None, _) => (1, "There is no conversion of this name."),
        (_, None) => (2, "There is no visitor with this id."),
        (Some(conversion), _) if !conversion.is_enable => {
            (3, "The conversion could not be added: it is not enabled.")
        }
        (Some(conversion), Some(visitor)) => {
            let last_chat = state
                .chats
                .iter()
                .rev()
                .find(|chat| chat.is_chat() && chat.visitor == visitor);
            let converted = Converted {
                time: exchange.now,
                conversion: conversion.id,
                visitor,
                agent: last_chat.and_then(|chat| chat.agents.last().copied()),
                department: last_chat.and_then(|chat| chat.department),
                value,
            };
            // The time is the present, unless a clock was set back.
            let position = state
                .converted
                .partition_point(|known| known.time <= exchange.now);
            state.converted.insert(position, converted);
            (0, "")
        }
    };
    Ok(json!({ "error_code": code, "error_message": message }))
}
