//! The audit log.

use jiff::tz::Offset;
use serde_json::{Value, json};

use crate::{
    account::{access::Permission, chats::contains},
    clock::{HOUR, moment},
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    v2::{json_forms::time, pages::Paging},
};

const PAGING: Paging = Paging {
    key: "logs",
    size: 10,
    largest: None,
    end: None,
    first_is_previous: false,
};

/// An entry: hours before the start, agent, product, type and summary.
type Entry = (i64, u64, &'static str, &'static str, &'static str);

const ENTRIES: &[Entry] = &[
    (
        1,
        1,
        "Live Chat",
        "Update",
        "Changed the department 'Sales'.",
    ),
    (
        3,
        4,
        "Live Chat",
        "Create",
        "Created the canned message 'Upgrade'.",
    ),
    (
        30,
        1,
        "Account",
        "Create",
        "Created the agent 'night@example.com'.",
    ),
    (
        31,
        1,
        "Account",
        "Update",
        "Changed the permissions of 'lead@example.com'.",
    ),
    (
        80,
        4,
        "Live Chat",
        "Delete",
        "Removed the campaign 'Old shop'.",
    ),
    (200, 1, "Account", "Update", "Changed the site profile."),
    (
        220,
        1,
        "Account",
        "Create",
        "Created the group 'Night shift'.",
    ),
    (
        245,
        4,
        "Live Chat",
        "Update",
        "Changed the chat button of 'Website'.",
    ),
    (
        261,
        1,
        "Live Chat",
        "Create",
        "Created the webhook for 'chatEnded'.",
    ),
    (280, 1, "Account", "Update", "Changed the IP restriction."),
    (
        300,
        4,
        "Live Chat",
        "Delete",
        "Removed the ban of '203.0.113.7'.",
    ),
    (340, 1, "Account", "Delete", "Removed the group 'Interns'."),
];

pub(super) fn routes() -> Vec<Route> {
    let route = Route::get("account/auditLogs", list)
        .required_query("dateFrom", Format::DateTime)
        .required_query("dateTo", Format::DateTime)
        .query("product", Format::OneOf(&["liveChat", "account"]))
        .query("type", Format::Text)
        .query("agentId", Format::Integer)
        .query("keywords", Format::Text);
    vec![
        PAGING
            .parameters(route)
            .permission(Permission::ViewAuditLog),
    ]
}

/// The newest first.
fn list(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let input = &context.input;
    let from = moment(input.required_time("dateFrom")?, Offset::UTC);
    let to = moment(input.required_time("dateTo")?, Offset::UTC);
    let product = input.text("product").map(|product| match product {
        "account" => "Account",
        _ => "Live Chat",
    });
    let (kind, keywords) = (input.text("type"), input.text("keywords"));
    let agent = input.integer("agentId");
    let entries: Vec<(usize, &Entry)> = ENTRIES
        .iter()
        .enumerate()
        .filter(|(_, entry)| {
            let at = context.account.started - entry.0 * HOUR;
            from <= at && at <= to
        })
        .filter(|(_, entry)| agent.is_none_or(|agent| entry.1 == agent))
        .filter(|(_, entry)| product.is_none_or(|product| entry.2 == product))
        .filter(|(_, entry)| kind.is_none_or(|kind| entry.3.eq_ignore_ascii_case(kind)))
        .filter(|(_, entry)| keywords.is_none_or(|keyword| contains(&[entry.4], keyword)))
        .collect();
    let account = &context.account;
    PAGING.page(context, &entries, |(index, entry)| {
        let agent = account.agents.iter().find(|agent| agent.id == entry.1);
        json!({
            "id": 401 + index,
            "actionTime": time(account.started - entry.0 * HOUR),
            "agentName": agent.map(|agent| agent.display_name.as_str()),
            "product": entry.2,
            "actionType": entry.3,
            "actionSummary": entry.4,
        })
    })
}
