//! The log of agents' statuses.

use serde_json::{Value, json};

use super::{
    json_forms::time,
    parameters::{query, report},
};
use crate::{
    account::schedule,
    engine::{
        error::ErrorResponse,
        route::{RequestContext, Route},
    },
    measure::selection::Selection,
    quirks::Quirk,
};

pub(super) fn routes() -> Vec<Route> {
    let filters = &["agent", "department"];
    vec![report("livechat/reports/agentStatus", filters, logs)]
}

fn logs(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let query = query(context)?;
    let selection = Selection {
        account: context.account,
        filters: query.filter.into_iter().collect(),
        windows: Vec::new(),
        group: query.group,
        now: context.now,
    };
    let status = if context.has(Quirk::StatusLogNames) {
        "name"
    } else {
        "status"
    };
    // Nothing is known after the present.
    let to = query.to.min(context.now);
    let moment = |seconds: i64| time(seconds, query.offset);
    Ok(selection
        .agents()
        .map(|agent| {
            let changes = if query.from < to {
                schedule::changes(agent, query.from, to)
            } else {
                Vec::new()
            };
            let changes: Value = changes
                .into_iter()
                .map(|(time, changed)| json!({ "time": moment(time), status: changed.name() }))
                .collect();
            json!({
                "time": { "from": moment(query.from), "to": moment(query.to) },
                "agentId": agent.id,
                "changeLogs": changes,
            })
        })
        .collect())
}
