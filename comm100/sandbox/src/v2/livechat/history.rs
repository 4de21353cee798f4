//! Missed and refused chats, and the chats between agents.

use serde_json::{Value, json};

use super::chats;
use crate::{
    account::{
        account::Account,
        chats::contains,
        entity::chat::{Chat, Outcome},
    },
    clock::{DAY, HOUR, MINUTE},
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{period, time, with_period},
        pages::Paging,
    },
};

const PAGING: Paging = Paging {
    key: "missedAndRefusedChats",
    ..chats::PAGING
};

pub(super) fn routes() -> Vec<Route> {
    let missed = with_period(Route::get(
        "livechat/missedAndRefusedChats",
        missed_and_refused,
    ))
    .query("type", Format::OneOf(&["missed", "refused"]))
    .query("campaignId", Format::Integer)
    .query("departmentId", Format::Integer)
    .query("visitorSegmentation", Format::Integer);
    vec![
        PAGING.parameters(missed),
        with_period(Route::get("livechat/agentChats", agent_chats))
            .query("agentId", Format::Integer)
            .query("keywords", Format::Text),
    ]
}

/// The newest first.
fn missed_and_refused(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let (account, input) = (&*context.account, &context.input);
    let period = period(context)?;
    let outcomes: &[Outcome] = match input.text("type") {
        Some("missed") => &[Outcome::Missed],
        Some(_) => &[Outcome::Refused],
        None => &[Outcome::Missed, Outcome::Refused],
    };
    let campaign = input.filter("campaignId");
    let department = input.filter("departmentId");
    let segment = input.filter("visitorSegmentation");
    let found: Vec<&Chat> = account
        .chats
        .iter()
        .rev()
        .filter(|chat| outcomes.contains(&chat.outcome) && period.contains(&chat.start))
        .filter(|chat| campaign.is_none_or(|id| chat.campaign == id))
        .filter(|chat| department.is_none_or(|id| chat.department == Some(id)))
        .filter(|chat| segment.is_none_or(|id| chat.segment == Some(id)))
        .collect();
    PAGING.page(context, &found, |chat| {
        let kind = match chat.outcome {
            Outcome::Missed => "Missed",
            _ => "Refused",
        };
        json!({ "type": kind, "chat": chats::to_json(account, chat) })
    })
}

/// A chat between agents: days before the start, the agents, and their lines in turn.
type AgentChat = (i64, [u64; 2], &'static [&'static str]);

const AGENT_CHATS: &[AgentChat] = &[
    (
        0,
        [1, 2],
        &["Can you look at the report of last week?", "I am on it."],
    ),
    (
        1,
        [2, 3],
        &["A refund is stuck again.", "Which order?", "A-00042."],
    ),
    (4, [1, 6], &["Who takes the offer for the school?", "I do."]),
];

fn agent_chats(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let (account, input) = (&*context.account, &context.input);
    let period = period(context)?;
    let agent = input.filter("agentId");
    let keyword = input.text("keywords").unwrap_or_default();
    let chats: Value = AGENT_CHATS
        .iter()
        .filter(|(days, _, _)| period.contains(&start(account, *days)))
        .filter(|(_, agents, _)| agent.is_none_or(|agent| agents.contains(&agent)))
        .filter(|(_, _, lines)| contains(lines, keyword))
        .map(|chat| agent_chat(account, chat))
        .collect();
    Ok(json!({ "agentChats": chats }))
}

fn start(account: &Account, days: i64) -> i64 {
    account.started - days * DAY - HOUR
}

fn agent_chat(account: &Account, (days, agents, lines): &AgentChat) -> Value {
    let name = |id: u64| {
        let agent = account.agents.iter().find(|agent| agent.id == id);
        agent.map_or("", |agent| agent.display_name.as_str())
    };
    let names = agents.map(name);
    let transcript: Value = lines
        .iter()
        .zip(names.iter().cycle())
        .zip((start(account, *days)..).step_by(usize::try_from(MINUTE).unwrap_or(60)))
        .map(|((content, sender), at)| json!({ "time": time(at), "sender": sender, "content": content }))
        .collect();
    json!({ "agents": names, "transcript": transcript })
}
