//! Agents in the live chat: their status, departments and chats. The account has their names.

use serde_json::{Value, json};

use crate::{
    account::{
        agents::AgentChanges,
        crud::Entity as _,
        entity::agent::{Agent, Status},
        record::Record,
    },
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    v2::tables::livechat::AGENT,
};

const AGENTS: &str = "livechat/agents/{id}";

/// The members of an agent's record that only this resource has.
const ACCEPTS: &str = "isAcceptAllocation";
const CUSTOM_STATUS: &str = "customStatus";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(AGENTS, get).path("id", Format::Integer),
        Route::put(AGENTS, update)
            .path("id", Format::Integer)
            .fields(AGENT.iter().copied()),
    ]
}

fn find<'a>(context: &'a RequestContext<'_>) -> Result<&'a Agent, ErrorResponse> {
    let id = context.input.required_integer("id")?;
    let agent = context.account.agent(id);
    agent.ok_or_else(|| Agent::not_found(&id.to_string()).into())
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let agent = find(context)?;
    let account = &context.account;
    let custom = agent.record.get(CUSTOM_STATUS).and_then(Value::as_str);
    let status = match agent.status {
        Status::Away => custom.unwrap_or("away"),
        Status::Online => "online",
        Status::Offline => "offline",
    };
    let departments: Value = account
        .departments_of(agent.id)
        .map(|department| Value::from(department.id))
        .collect();
    Ok(json!({
        "id": agent.id,
        "status": status,
        "ongoingChats": account.ongoing_chats(|presence| presence.agent == Some(agent.id)),
        "departments": departments,
        "maxChatsCount": agent.max_chats_count,
        "isAcceptAllocation": agent.record.get(ACCEPTS).and_then(Value::as_bool).unwrap_or(true),
    }))
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = find(context)?.key();
    let input = &context.input;
    let mut record = Record::new();
    if let Some(accepts) = input.boolean("isAcceptAllocation") {
        record.insert(ACCEPTS.to_owned(), Value::from(accepts));
    }
    let status = input.text("status").map(|status| match status {
        "online" => (Status::Online, None),
        "offline" => (Status::Offline, None),
        "away" => (Status::Away, None),
        custom => (Status::Away, Some(custom)),
    });
    if let Some((_, custom)) = status {
        record.insert(CUSTOM_STATUS.to_owned(), Value::from(custom));
    }
    let changes = AgentChanges {
        departments: input.integers("departments").map(<[u64]>::to_vec),
        max_chats_count: input.integer("maxChatsCount"),
        record,
        ..AgentChanges::default()
    };
    let status = status.map(|(status, _)| status);
    let author = context.author();
    Agent::update(context.account, &key, changes, author)?;
    if let Some((agent, status)) = context.account.agent_by_email_mut(&key).zip(status) {
        agent.status = status;
    }
    get(context)
}
