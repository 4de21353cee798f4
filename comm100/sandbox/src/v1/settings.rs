//! Read-only resources: the site's status, visitor segments, custom variables, custom metrics.

use serde_json::{Value, json};

use crate::{
    account::{
        access::{Edition, Permission},
        seed::visitors::VARIABLES,
    },
    engine::route::{RequestContext, Route},
    quirks::Quirk,
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/site_status", site_status),
        Route::get("livechat/visitorSegments", segments).permission(Permission::ManageSettings),
        Route::get("livechat/custom_variables", variables),
        Route::get("livechat/customMetrics", metrics)
            .permission(Permission::ManageCustomMetrics)
            .edition(Edition::Enterprise),
    ]
}

/// The site is online while an agent is.
fn site_status(context: &mut RequestContext<'_>) -> Value {
    let is_online = context.account.is_online();
    let status = match is_online {
        _ if context.has(Quirk::UnknownValues) => "maintenance",
        true => "online",
        false => "offline",
    };
    json!({ "status": status })
}

fn segments(context: &mut RequestContext<'_>) -> Value {
    context
        .account
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

fn variables(_: &mut RequestContext<'_>) -> Value {
    VARIABLES
        .iter()
        .map(|(name, expression)| json!({ "name": name, "value": expression }))
        .collect()
}

fn metrics(context: &mut RequestContext<'_>) -> Value {
    context
        .account
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
