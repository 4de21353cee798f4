//! The reports in real time: the present moment, and the present day.

use serde_json::{Value, json};

use super::{
    json_forms::{number, status_distribution},
    parameters::filter,
};
use crate::{
    account::access::Edition,
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
        version::Version,
    },
    measure::{
        agents::{linear_time, status_times},
        query::{Dimension, Filter},
        right_now,
        selection::Selection,
        today,
    },
    quirks::Quirk,
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/reports/realtime/rightnow", right_now_json),
        Route::get("livechat/reports/realtime/today", today_json).query("timezone", Format::Offset),
        Route::get(
            "livechat/reports/realtime/today/customMetrics",
            custom_metrics,
        )
        .query("timezone", Format::Offset)
        .edition(Edition::Enterprise),
        Route::get("livechat/reports/realtime/agents", agents)
            .query("timezone", Format::Offset)
            .query("filterName", Format::OneOf(&["department"]))
            .query("filterValue", Format::Integer),
        Route::get("livechat/reports/realtime/queue", queues)
            .query("timezone", Format::Offset)
            .edition(Edition::Enterprise),
    ]
}

/// Returns the present of the site. Auto-allocation is a part of the Enterprise edition, and the chatbot an add-on.
fn right_now_json(context: &mut RequestContext<'_>) -> Value {
    let site = right_now::site(context.account);
    let allocates = context.config.edition >= Edition::Enterprise;
    let has_chatbot = context.config.has_chatbot;
    json!({
        "agentsInChat": site.agents_in_chat,
        "ongoingChats": site.ongoing_chats,
        "visitorsOnSite": site.visitors,
        "loggedInAgents": site.logged_in_agents,
        "currentQueueLength": allocates.then_some(site.waiting),
        "chatUtilization": allocates.then(|| number(site.utilization)),
        "ongoingChatsWithAgents": has_chatbot.then_some(site.ongoing_chats),
        "ongoingChatsWithChatbot": has_chatbot.then_some(site.with_chatbot),
    })
}

fn selection_of_today<'a>(context: &'a RequestContext<'_>) -> Selection<'a> {
    today::selection(context.account, context.now, context.input.timezone())
}

fn today_json(context: &mut RequestContext<'_>) -> Value {
    let selection = selection_of_today(context);
    let is_enterprise = context.config.edition >= Edition::Enterprise;
    json!({
        "chatOverview": chat_overview(&selection),
        "serviceEfficiency": is_enterprise.then(|| service_efficiency(&selection)),
        "agentPerformance": is_enterprise.then(|| agent_performance(&selection)),
        "chatbot": context.config.has_chatbot.then(|| chatbot(&selection)),
    })
}

fn chat_overview(selection: &Selection<'_>) -> Value {
    let overview = today::chat_overview(selection);
    json!({
        "chatRequests": overview.requests,
        "chats": overview.chats,
        "chatAcceptanceRate": number(overview.acceptance_rate),
        "abandonedChats": overview.abandoned,
        "switchToMessages": overview.switched_to_messages,
        "missedChats": overview.missed,
    })
}

fn service_efficiency(selection: &Selection<'_>) -> Value {
    let efficiency = today::service_efficiency(selection);
    json!({
        "avgWaitTime": number(efficiency.mean_wait),
        "avgChatTime": number(efficiency.mean_length),
        "avgResponseTime": number(efficiency.mean_response),
        "acceptedInvitations": efficiency.accepted_invitations,
        "departmentTransferChats": efficiency.department_transfers,
        "totalTransferChats": efficiency.transfers,
    })
}

fn agent_performance(selection: &Selection<'_>) -> Value {
    let performance = today::agent_performance(selection);
    json!({
        "uniqueChatRate": number(performance.unique_chat_rate),
        "agentUtilization": number(performance.utilization),
        "avgScore": number(performance.mean_rating),
    })
}

fn chatbot(selection: &Selection<'_>) -> Value {
    let chatbot = today::chatbot(selection);
    json!({
        "chatbotOnlyChats": chatbot.chats_alone,
        "chatsFromChatbotToAgent": chatbot.chats_handed_over,
        "answers": chatbot.answers,
        "highConfidenceAnswers": chatbot.confident_answers,
    })
}

fn custom_metrics(context: &mut RequestContext<'_>) -> Value {
    today::custom_metrics(&selection_of_today(context))
        .into_iter()
        .map(|(id, value)| json!({ "id": id, "value": number(value) }))
        .collect()
}

fn agents(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let context = &*context;
    let chosen = Selection {
        filters: filter(context)?.into_iter().collect(),
        ..selection_of_today(context)
    };
    Ok(chosen
        .agents()
        .map(|agent| {
            let own = Selection {
                filters: vec![Filter {
                    dimension: Dimension::Agent,
                    id: agent.id,
                }],
                ..selection_of_today(context)
            };
            let times = status_times(own.intervals(agent));
            json!({
                "agentId": agent.id,
                "currentStatus": agent.status.name(),
                "ongoingChats":
                    context.account.ongoing_chats(|presence| presence.agent == Some(agent.id)),
                "todayChats": own.chats().count(),
                "todayLinearChatTime": linear_time(&own, agent),
                "statusDistribution": status_distribution(times, context),
            })
        })
        .collect())
}

fn queues(context: &mut RequestContext<'_>) -> Value {
    right_now::queues(context.account)
        .into_iter()
        .map(|target| queue(context, target))
        .collect()
}

/// Returns the queue of a department or an agent, or of the site.
fn queue(context: &RequestContext<'_>, target: Option<Filter>) -> Value {
    let queue = right_now::queue(context.account, target, context.now);
    let route = match target {
        None => json!({ "type": 0 }),
        Some(Filter {
            dimension: Dimension::Department,
            id,
        }) => json!({ "type": 1, "id": id }),
        Some(Filter { id, .. }) => json!({ "type": 2, "id": id }),
    };
    let has_uuids = context.version != Version::V1 || context.has(Quirk::UuidQueueVisitors);
    let waiting: Value = queue
        .waiting
        .iter()
        .map(|(index, visitor, seconds)| {
            // Version 1 documents a number, though visitors have UUIDs elsewhere.
            let id = if has_uuids {
                Value::from(visitor.id.as_str())
            } else {
                Value::from(index + 1)
            };
            json!({ "visitorId": id, "waitTime": seconds })
        })
        .collect();
    json!({
        "routeTo": route,
        "ongoingChats": queue.ongoing_chats,
        "avgWaitTimeInLast30Mins": number(queue.mean_wait_of_half_hour),
        "avgWaitTimeInLast60Mins": number(queue.mean_wait_of_hour),
        "abandonedChatsInLast30Mins": queue.abandoned,
        "switchedToMessagesInLast30Mins": queue.switched_to_messages,
        "queue": waiting,
    })
}
