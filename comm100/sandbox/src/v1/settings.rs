//! What can only be read: the site's status, visitor segments, custom variables, custom metrics.

use serde_json::{Value, json};

use crate::{
    account::{
        access::{Edition, Permission},
        entity::agent::Status,
        seed::visitors::VARIABLES,
    },
    engine::route::{Exchange, Route},
    quirks::Quirk,
};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/site_status", site_status),
        Route::get("livechat/visitorSegments", segments).permission(Permission::ManageSettings),
        Route::get("livechat/custom_variables", variables),
        Route::get("livechat/customMetrics", metrics)
            .permission(Permission::ManageCustomMetrics)
            .edition(Edition::Enterprise),
    ]
}

/// Online while an agent is.
fn site_status(exchange: &mut Exchange<'_>) -> Value {
    let is_online = exchange
        .state
        .present_agents()
        .any(|agent| agent.is_active && agent.status == Status::Online);
    let status = match is_online {
        _ if exchange.quirks.has(Quirk::UnknownValues) => "maintenance",
        true => "online",
        false => "offline",
    };
    json!({ "status": status })
}

fn segments(exchange: &mut Exchange<'_>) -> Value {
    exchange
        .state
        .segments
        .iter()
        .map(|segment| {
            json!({
                "id": segment.id,
                "name": segment.name,
                "color": segment.color,
                "isEnable": segment.is_enable,
            })
        })
        .collect()
}

fn variables(_: &mut Exchange<'_>) -> Value {
    VARIABLES
        .iter()
        .map(|(name, expression)| json!({ "name": name, "value": expression }))
        .collect()
}

fn metrics(exchange: &mut Exchange<'_>) -> Value {
    exchange
        .state
        .custom_metrics
        .iter()
        .map(|metric| {
            json!({
                "id": metric.id,
                "name": metric.name,
                "description": metric.description,
                "expression": metric.expression,
                "isEnable": metric.is_enable,
            })
        })
        .collect()
}
